// Tools: `npm run cluster` as a story: two processes of collab, one of which is killed while two people write.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { portIfFree } from './ports.js'
import { isGoneWithin, mark } from './postgres/processes.js'
import { findRedis } from './redis.js'

const root = resolve(import.meta.dirname, '../..')
const isBuilt = ['server/dist/bin/api.js', 'collab/dist/bin/collab.js'].every((file) => existsSync(join(root, file)))
const hasRedis = findRedis() !== null

const leave: (() => unknown)[] = []
afterEach(async () => {
  for (const step of leave.splice(0).reverse()) await step()
})

class Cluster {
  readonly #child: ChildProcess
  readonly ended: Promise<number | null>
  said = ''
  #waiting: (() => void)[] = []

  private constructor(child: ChildProcess) {
    this.#child = child
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (bytes) => {
        this.said += String(bytes)
        for (const look of this.#waiting.splice(0)) look()
      })
    }
    this.ended = new Promise((done) => child.on('exit', done))
    void this.ended.then(() => this.#waiting.splice(0).forEach((look) => look()))
  }

  static async start(port: number): Promise<Cluster> {
    const dataDir = mkdtempSync(join(tmpdir(), 'faellesrum-cluster-'))
    leave.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const { DATABASE_URL: _, NODE_ENV: __, npm_lifecycle_event: ___, ...env } = process.env
    const child = spawn(process.execPath, [join(root, 'tools/bin/cluster.mjs')], {
      env: { ...env, PORT: `${port}`, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const cluster = new Cluster(child)
    leave.push(() => cluster.end())
    await cluster.hears(/^Fællesrum: http/m)
    return cluster
  }

  async hears(words: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = words.exec(this.said)
      if (found) return found
      if (this.#child.exitCode !== null) throw new Error(`it ended with ${this.#child.exitCode}:\n${this.said}`)
      await new Promise<void>((look) => this.#waiting.push(look))
    }
  }

  part(name: string): { address: string; pid: number } {
    const [, address, pid] = new RegExp(`^ +${name} +(\\S+) +process (\\d+)`, 'm').exec(this.said)!
    return { address: address!, pid: Number(pid) }
  }

  end(): Promise<number | null> {
    this.#child.kill('SIGINT')
    return this.ended
  }
}

/** One person of the demo, by way of the balancer; in the room at the process of collab that is asked for. */
async function person(at: string, slug: string) {
  const post = async (path: string, body: object, token?: string): Promise<any> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    return (await fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const { token } = await post('/auth/demo', { person: slug })
  const { data } = await post('/graphql', { query: '{ commission(slug: "lokal-mad") { draft { room } } }' }, token)
  const room: string = data.commission.draft.room
  const query = 'mutation($room: RoomName!) { enterRoom(room: $room) { ... on RoomPass { url token } } }'
  const entered = await post('/graphql', { query, variables: { room } }, token)
  const { url, token: pass } = entered.data.enterRoom
  const doc = new Y.Doc()
  leave.push(() => doc.destroy())
  return {
    doc,
    url,
    /** Resolves with the text of the room in the document. */
    async enter(address: string): Promise<WebsocketProvider> {
      const options = { params: { pass }, WebSocketPolyfill: WebSocket as never, disableBc: true }
      const provider = new WebsocketProvider(`${address.replace(/^http/, 'ws')}/collab`, room, doc, options)
      leave.push(() => provider.destroy())
      if (!provider.synced) await new Promise<void>((done) => provider.once('sync', () => done()))
      return provider
    },
    /** A paragraph of one's own. */
    write(words: string): void {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.setAttribute('id', `story-${words}`)
      paragraph.insert(0, [new Y.XmlText(words)])
      doc.getXmlFragment('default').push([paragraph])
    },
    reads(words: string): Promise<void> {
      return new Promise((done) => {
        const look = (): void => {
          if (!doc.getXmlFragment('default').toString().includes(words)) return
          doc.off('update', look)
          done()
        }
        doc.on('update', look)
        look()
      })
    },
  }
}

describe.runIf(isBuilt)('npm run cluster', { timeout: 120_000 }, () => {
  test.skipIf(!hasRedis)('loses nothing when a process dies (NOT RUN without Redis or Valkey on the PATH)', async () => {
    const wanted = (await portIfFree(0))!
    const cluster = await Cluster.start(wanted)
    const at = `http://localhost:${wanted}`
    const [oda, birk] = await Promise.all([person(at, 'oda-lindskov'), person(at, 'birk-ellemose')])
    expect(oda.url).toContain(`ws://localhost:${wanted}/collab/`)
    const [first, second] = [cluster.part('collab 1'), cluster.part('collab 2')]
    const line = await oda.enter(first.address)
    await birk.enter(second.address)

    oda.write('Skrevet ved den ene')
    await birk.reads('Skrevet ved den ene')
    process.kill(first.pid, 'SIGKILL')
    birk.write('Skrevet ved den anden')
    oda.write('Skrevet uden linje')
    // By the balancer, whoever is there.
    line.destroy()
    await oda.enter(at)
    await Promise.all([oda.reads('Skrevet ved den anden'), birk.reads('Skrevet uden linje')])
    const replaced = Number((await cluster.hears(/collab 1 is there again: process (\d+)/))[1])
    process.kill(cluster.part('api 1').pid, 'SIGKILL')
    expect((await fetch(`${at}/readyz`)).status).toBe(200)

    const parts = ['api 2', 'collab 2', 'jobs', 'redis'].map((name) => mark(cluster.part(name).pid))
    expect(await cluster.end()).toBe(0)
    for (const part of [...parts, mark(replaced)]) expect(await isGoneWithin(part, 0)).toBe(true)
  })
})
