// Platform: the one reader of the environment. Reports every fault at once, in plain sentences, and cannot be half on.
import { resolve } from 'node:path'
import { z } from 'zod'

export type OidcConfig = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** The claim that names roles, and which of its values give which mandate. Null: roles are only given by hand. */
  roles: Readonly<{ claim: string; administration: string | null; facilitator: string | null }> | null
  /** The claim that names the level of assurance, and the values that are enough. */
  assurance: Readonly<{ claim: string; values: readonly string[] }> | null
}>

export type Config = Readonly<{
  host: string
  port: number
  /** Null: an embedded PostgreSQL below `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  redisUrl: string | null
  /** What links point to, no slash at the end. Null: made from host and port. */
  publicUrl: string | null
  auth: Readonly<{ kind: 'demo' }> | Readonly<{ kind: 'oidc'; oidc: OidcConfig }>
  /** Null: made and kept in `dataDir`, which only the embedded set-up may. */
  sessionSecret: string | null
  passKeyFile: string | null
  smtpUrl: string | null
  /** How many proxies stand in front; their X-Forwarded-For is believed, nobody else's. */
  proxies: number
  production: boolean
  logLevel: string
}>

/** All that is wrong with the environment, one sentence each. */
export class ConfigFault extends Error {
  override name = 'ConfigFault'
  constructor(readonly faults: readonly string[]) {
    super(`the environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nSee .env.example.`)
  }
}

const whole = (name: string, least: number, most: number) =>
  z.string().refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
    error: (issue) => `${name} is ${JSON.stringify(issue.input)}; it must be a whole number from ${least} to ${most}`,
  })

const url = (name: string, protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `${name} must be an address such as ${example}`,
  })

const environment = z.object({
  PORT: whole('PORT', 0, 65_535).default('4000'),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: url(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://owner:password@db.example/faellesrum',
  ).optional(),
  DATA_DIR: z.string().default('.data'),
  REDIS_URL: url('REDIS_URL', ['redis:', 'rediss:'], 'redis://cache.example:6379').optional(),
  PUBLIC_URL: url('PUBLIC_URL', ['http:', 'https:'], 'https://faellesrum.example.dk')
    .refine((text) => !URL.canParse(text) || new URL(text).pathname === '/', {
      error: 'PUBLIC_URL must have no path: the program answers at the root of its host',
    })
    .optional(),
  AUTH: z.enum(['demo', 'oidc'], { error: 'AUTH must be `demo` or `oidc`' }).optional(),
  OIDC_ISSUER: url('OIDC_ISSUER', ['http:', 'https:'], 'https://login.example.dk')
    .refine((text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || isLoopback(text), {
      error: 'OIDC_ISSUER must be https (plain http only on this machine)',
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), { error: 'OIDC_SCOPE must contain `openid`' })
    .default('openid profile'),
  OIDC_ROLE_CLAIM: z.string().optional(),
  OIDC_ROLE_ADMINISTRATION: z.string().optional(),
  OIDC_ROLE_FACILITATOR: z.string().optional(),
  OIDC_ASSURANCE_CLAIM: z.string().optional(),
  OIDC_ASSURANCE_VALUES: z.string().optional(),
  SESSION_SECRET: z
    .string()
    .min(32, { error: 'SESSION_SECRET must have at least 32 characters, all by chance' })
    .optional(),
  PASS_KEY_FILE: z.string().optional(),
  SMTP_URL: url('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://mail.example:587').optional(),
  PROXIES: whole('PROXIES', 0, 10).default('0'),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'LOG_LEVEL must be fatal, error, warn, info, debug or silent',
    })
    .optional(),
})
type Environment = z.infer<typeof environment>

const isLoopback = (text: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(text).hostname)

/** Throws `ConfigFault`. An empty value counts as unset, for that is how most tools pass on what is not there. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
  // Judged on what could be read, so that one wrong line does not hide the next.
  faults.push(...togetherFaults(parsed.success ? parsed.data : (given as Environment)))
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults)
  const data = parsed.data
  return {
    host: data.HOST,
    port: Number(data.PORT),
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: resolve(data.DATA_DIR),
    redisUrl: data.REDIS_URL ?? null,
    publicUrl: data.PUBLIC_URL ? new URL(data.PUBLIC_URL).origin : null,
    auth: data.AUTH === 'oidc' ? { kind: 'oidc', oidc: oidcOf(data) } : { kind: 'demo' },
    sessionSecret: data.SESSION_SECRET ?? null,
    passKeyFile: data.PASS_KEY_FILE ? resolve(data.PASS_KEY_FILE) : null,
    smtpUrl: data.SMTP_URL ?? null,
    proxies: Number(data.PROXIES),
    production: data.NODE_ENV === 'production',
    // At home the one line with the address is what one wants to see.
    logLevel: data.LOG_LEVEL ?? (data.NODE_ENV === 'production' ? 'info' : 'warn'),
  }
}

function togetherFaults(data: Environment): string[] {
  const faults: string[] = []
  const need = (name: keyof Environment, why: string): void => {
    if (data[name] === undefined) faults.push(`${name} is missing: ${why}`)
  }
  const oidcNames = Object.keys(environment.shape).filter((name) =>
    /^OIDC_(?!SCOPE)/.test(name),
  ) as (keyof Environment)[]
  if (data.AUTH === 'oidc') {
    for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
      need(name, 'AUTH=oidc needs it')
  } else {
    const stray = oidcNames.filter((name) => data[name] !== undefined)
    if (stray.length > 0)
      faults.push(`${stray.join(', ')} given, and AUTH is not \`oidc\`: set AUTH=oidc or leave them out`)
  }
  if (data.OIDC_ROLE_CLAIM === undefined) {
    if (data.OIDC_ROLE_ADMINISTRATION !== undefined || data.OIDC_ROLE_FACILITATOR !== undefined) {
      need('OIDC_ROLE_CLAIM', 'values of roles are given without the claim that they stand in')
    }
  } else if (data.OIDC_ROLE_ADMINISTRATION === undefined && data.OIDC_ROLE_FACILITATOR === undefined) {
    faults.push('OIDC_ROLE_CLAIM is given, and neither OIDC_ROLE_ADMINISTRATION nor OIDC_ROLE_FACILITATOR')
  }
  if ((data.OIDC_ASSURANCE_CLAIM === undefined) !== (data.OIDC_ASSURANCE_VALUES === undefined)) {
    faults.push('OIDC_ASSURANCE_CLAIM and OIDC_ASSURANCE_VALUES go together')
  }
  if (data.NODE_ENV === 'production') {
    if (data.AUTH !== 'oidc')
      faults.push('NODE_ENV=production refuses the demo sign-in, where anybody can be anybody: set AUTH=oidc')
    need('DATABASE_URL', 'NODE_ENV=production does not run on the embedded database')
    need('PUBLIC_URL', 'NODE_ENV=production must know what its links point to')
  }
  if (data.DATABASE_URL !== undefined && data.AUTH === 'oidc') {
    need('SESSION_SECRET', 'with a database of your own several processes may serve, and all need the same')
    need('PASS_KEY_FILE', 'with a database of your own several processes may serve, and all need the same')
  }
  return faults
}

function oidcOf(data: Environment): OidcConfig {
  return {
    issuer: data.OIDC_ISSUER!,
    clientId: data.OIDC_CLIENT_ID!,
    clientSecret: data.OIDC_CLIENT_SECRET!,
    scope: data.OIDC_SCOPE,
    roles:
      data.OIDC_ROLE_CLAIM === undefined
        ? null
        : {
            claim: data.OIDC_ROLE_CLAIM,
            administration: data.OIDC_ROLE_ADMINISTRATION ?? null,
            facilitator: data.OIDC_ROLE_FACILITATOR ?? null,
          },
    assurance:
      data.OIDC_ASSURANCE_CLAIM === undefined
        ? null
        : { claim: data.OIDC_ASSURANCE_CLAIM, values: data.OIDC_ASSURANCE_VALUES!.split(' ') },
  }
}
