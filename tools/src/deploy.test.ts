// Tools: the manifests of deploy/ speak of the program as it is. A name, a port, a probe's path or a secret that only a
// manifest knows is found at the first start, in somebody else's cluster; here it is found before.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

type Part = 'api' | 'jobs' | 'collab' | 'migrate'
type Process = Readonly<{ where: string; part: Part; env: readonly string[]; secrets: readonly string[] }>

/** The names that a reader of the environment declares: those at the beginning of a line of its shape. */
const declared = (path: string): string[] =>
  [...read(path).matchAll(/^ {2}([A-Z][A-Z_]+): ?/gm)].map(([, name]) => name!)
const ofServer = declared('server/src/platform/config.ts')
const ofCollab = declared('collab/bin/environment.ts')

/** Secrets become environment under the names that the entry point lists; the others are files. */
const fromFiles = /for name in ([A-Z_ ]+);/.exec(read('deploy/entrypoint.sh'))![1]!.split(' ')

const compose = parse(read('deploy/compose.yaml'), { merge: true })
const manifests = readdirSync(join(root, 'deploy/kubernetes')).flatMap((file) =>
  parseAllDocuments(read(`deploy/kubernetes/${file}`)).map((document) => ({ file, ...document.toJS() })),
)
const ofKind = (kind: string): any[] => manifests.filter((manifest) => manifest.kind === kind)
const workloads = [...ofKind('Deployment'), ...ofKind('Job')]

const processes: readonly Process[] = [
  ...Object.entries<any>(compose.services)
    .filter(([, service]) => service.image === 'faellesrum')
    .map(([name, { command, environment = {}, secrets }]) => ({
      where: `compose ${name}`,
      part: command[0],
      env: Object.keys(environment),
      secrets: secrets.map((secret: any) => secret.target ?? secret),
    })),
  ...workloads.map(({ file, spec: { template } }) => {
    const [{ args, env = [] }] = template.spec.containers
    const { secret } = template.spec.volumes.find(({ name }: any) => name === 'secrets')
    const secrets = secret.items.map(({ path }: any) => path)
    return { where: file, part: args[0], env: env.map(({ name }: any) => name), secrets }
  }),
]

const ofSignIn = ['AUTH', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'SESSION_SECRET']
const serving = ['DATABASE_URL', 'PUBLIC_URL', 'PASS_KEY_FILE', ...ofSignIn]

/** What a part cannot start without, in production. */
const needed: Readonly<Record<Part, readonly string[]>> = {
  migrate: ['DATABASE_URL'],
  collab: ['DATABASE_URL', 'PUBLIC_URL', 'PASS_PUBLIC_KEYS'],
  api: serving,
  jobs: serving,
}

test('everything that runs is looked at', () => {
  expect(processes.map(({ part }) => part).toSorted()).toEqual(
    ['api', 'api', 'api', 'collab', 'collab', 'collab', 'jobs', 'jobs', 'migrate', 'migrate'],
  )
  expect(ofServer.length).toBeGreaterThan(15)
  expect(ofCollab).toHaveLength(7)
})

describe.each(processes)('$where ($part)', ({ part, env, secrets }) => {
  const given = [...env, ...secrets.filter((name) => fromFiles.includes(name))]

  test('sets only what its process reads', () => {
    const names = part === 'collab' ? ofCollab : ofServer
    expect(given.filter((name) => !names.includes(name))).toEqual([])
  })

  test('sets all that its process needs', () => {
    expect(needed[part].filter((name) => !given.includes(name))).toEqual([])
  })

  test('starts a file that is built', () => {
    const line = new RegExp(`^ {2}${part}\\) .*exec node (\\w+)/dist/(\\S+)\\.js`, 'm')
    const file = line.exec(read('deploy/entrypoint.sh'))
    expect(existsSync(join(root, file![1]!, `${file![2]}.ts`))).toBe(true)
  })
})

describe('Kubernetes', () => {
  test('asks for paths that both programs answer, at the port of the image', () => {
    const port = Number(/\bPORT=(\d+)/.exec(read('deploy/Containerfile'))![1])
    for (const { spec } of ofKind('Deployment')) {
      const [{ ports, ...container }] = spec.template.spec.containers
      expect(ports).toEqual([{ name: 'http', containerPort: port }])
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        const { path } = container[probe].httpGet
        for (const code of ['server/src/platform/health.ts', 'collab/bin/collab.ts'])
          expect(read(code)).toContain(`'${path}'`)
      }
    }
  })

  test('every address leads somewhere', () => {
    const services = ofKind('Service').map(({ metadata }) => metadata.name)
    const backends = ofKind('Ingress').flatMap(({ spec }) =>
      spec.rules.flatMap(({ http }: any) => http.paths.map(({ backend }: any) => backend.service.name)),
    )
    expect(backends.toSorted()).toEqual(services.toSorted())
    const labels = ofKind('Deployment').map(({ spec }) => spec.template.metadata.labels)
    for (const { spec } of ofKind('Service')) expect(labels).toContainEqual(spec.selector)
    for (const { spec } of ofKind('PodDisruptionBudget')) expect(labels).toContainEqual(spec.selector.matchLabels)
  })

  test('gives each way out longer than it takes at most', () => {
    // What collab waits for its store on the way out, and the pause before; snapshots and Redis come after.
    const waits = Number(/timers\.after\((\d+)/.exec(read('collab/src/mount.ts').split('async close()')[1]!)![1]) / 1000
    const [{ spec }] = ofKind('Deployment').filter(({ metadata }) => metadata.name === 'collab')
    const { terminationGracePeriodSeconds: grace, containers } = spec.template.spec
    expect(grace).toBeGreaterThanOrEqual(containers[0].lifecycle.preStop.sleep.seconds + waits + 10)
    expect(Number.parseInt(compose.services['collab-1'].stop_grace_period)).toBeGreaterThanOrEqual(waits + 10)
  })

  test('runs nothing as root, and nothing that may become it', () => {
    for (const { spec } of workloads) {
      expect(spec.template.spec.securityContext).toMatchObject({ runAsNonRoot: true })
      expect(spec.template.spec.containers[0].securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
    }
  })
})

describe('the secrets', () => {
  let folder: string
  const make = (): number | null =>
    spawnSync(process.execPath, [join(root, 'deploy/make-secrets.mjs'), join(folder, 'made')]).status
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'faellesrum-secrets-'))
    make()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('are all made that any manifest asks for', () => {
    const made = readdirSync(join(folder, 'made')).toSorted()
    expect(Object.values<any>(compose.secrets).map(({ file }) => file.replace('secrets/', '')).toSorted()).toEqual(made)
    const volumes = workloads.flatMap(({ spec }) => spec.template.spec.volumes)
    const keys: any[] = volumes.flatMap(({ secret }) => secret?.items ?? [])
    expect(keys.map(({ key }) => key).filter((key) => !made.includes(key))).toEqual([])
  })

  test('hold a key for passes in two halves: collab gets the public one', () => {
    const json = (name: string): any => JSON.parse(readFileSync(join(folder, 'made', name), 'utf8'))
    const { d, ...half } = json('pass-key.json')
    expect(d).toHaveLength(43)
    expect(json('pass-public-keys.json').keys).toEqual([{ ...half, alg: 'EdDSA', kid: expect.any(String) }])
  })

  test('are not overwritten', () => {
    const key = readFileSync(join(folder, 'made/pass-key.json'))
    expect(make()).toBe(2)
    expect(readFileSync(join(folder, 'made/pass-key.json'))).toEqual(key)
  })
})
