// Collab, alone in a process: the one reader of its environment. All faults at once, in plain sentences.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PassKeys } from '../src/index.js'

export type Environment = Readonly<{
  host: string
  port: number
  databaseUrl: string
  origins: readonly string[]
  passKeys: PassKeys
  /** Relays to other processes; null where this is the only one. */
  redisUrl: string | null
  logLevel: string
}>

const address = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

const shape = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.string().regex(/^\d{1,5}$/, { error: 'PORT must be a number' }).default('4001'),
  DATABASE_URL: z
    .string({ error: 'DATABASE_URL is missing: the log lies in PostgreSQL' })
    .refine(address(['postgres:', 'postgresql:']), { error: 'DATABASE_URL must be an address such as postgres://collab@db.example/faellesrum' }),
  PUBLIC_URL: z
    .string({ error: 'PUBLIC_URL is missing: only its pages may open rooms' })
    .refine(address(['http:', 'https:']), { error: 'PUBLIC_URL must be an address such as https://faellesrum.example.dk' }),
  PASS_PUBLIC_KEYS: z.string({ error: 'PASS_PUBLIC_KEYS is missing: a file with the public keys of room passes, as a JSON Web Key Set' }),
  REDIS_URL: z
    .string()
    .refine(address(['redis:', 'rediss:']), { error: 'REDIS_URL must be an address such as redis://cache.example:6379' })
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })).min(1),
})

/** Throws one error that names every fault. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(given)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ message }) => message)
  const passKeys = given['PASS_PUBLIC_KEYS'] === undefined ? null : readKeys(given['PASS_PUBLIC_KEYS'], faults)
  if (!parsed.success || passKeys === null) {
    throw new Error(`the environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  }
  const { HOST, PORT, DATABASE_URL, PUBLIC_URL, REDIS_URL, LOG_LEVEL } = parsed.data
  return {
    host: HOST,
    port: Number(PORT),
    databaseUrl: DATABASE_URL,
    origins: [new URL(PUBLIC_URL).origin],
    passKeys,
    redisUrl: REDIS_URL ?? null,
    logLevel: LOG_LEVEL,
  }
}

function readKeys(file: string, faults: string[]): PassKeys | null {
  try {
    return keySet.parse(JSON.parse(readFileSync(file, 'utf8'))).keys
  } catch {
    faults.push(`PASS_PUBLIC_KEYS: ${file} is no key set with public Ed25519 keys`)
    return null
  }
}
