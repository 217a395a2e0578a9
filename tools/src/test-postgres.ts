// Tools: one PostgreSQL for a whole run of tests (vitest `globalSetup`), and a database of its own for each file.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './embedded-postgres.js'
import { withClient } from './postgres/client.js'
import { holderOf } from './postgres/cluster.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the owner; `inject('postgresUrl')` in a test, then `createDatabase`. */
    postgresUrl: string
  }
}

const prefix = 'faellesrum-test-'

/** Starts the server, or joins the one that the whole run has already (`TEST_POSTGRES_URL`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const joined = process.env.TEST_POSTGRES_URL
  if (joined) {
    project.provide('postgresUrl', joined)
    return async () => {}
  }
  const server = await startTestPostgres()
  process.env.TEST_POSTGRES_URL = server.url
  project.provide('postgresUrl', server.url)
  return async () => {
    delete process.env.TEST_POSTGRES_URL
    await server.stop()
  }
}

/** A server below the temporary folder, gone with all its data after `stop`. */
export async function startTestPostgres(): Promise<{ url: string; port: number; stop(): Promise<void> }> {
  sweep()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  const server = await startPostgres({ dataDir, durable: false })
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: server.url, port: server.port, stop }
}

/** What runs that were killed have left. Their servers went with them; a folder that is held is somebody's. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const old = join(tmpdir(), name)
    if (!name.startsWith(prefix) || !readdirOrNothing(old).includes('holder')) continue
    if (holderOf({ holderFile: join(old, 'holder') }) === null) rmSync(old, { recursive: true, force: true })
  }
}

function readdirOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Another user's: not ours to look into.
    return []
  }
}

export type TestDatabase = Readonly<{ url: string; name: string; drop(): Promise<void> }>

/**
 * A new database, empty or a copy of `template` (a name; nobody may be connected to it). `drop` throws out
 * whoever is still connected.
 */
export async function createDatabase(ownerUrl: string, options: { template?: string } = {}): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`
  const template = options.template ?? 'template0'
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(template)) throw new Error(`no name of a database: ${template}`)
  await withClient(ownerUrl, (client) => client.query(`create database ${name} template ${template}`))
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  const drop = async (): Promise<void> => {
    await withClient(ownerUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { url: url.href, name, drop }
}
