// Testing: a whole town that listens on a free port, as `npm start` would start it, on a database of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '@faellesrum/tools/test-postgres'
import { day, type PersonId } from '@faellesrum/schema/kernel'
import { type MandateKind, slugOf } from '@faellesrum/schema/people'
import type { DestinationStream } from 'pino'
import { inject } from 'vitest'
import { migrationSets } from '../../bin/records.js'
import { type RunningTown, startTown } from '../../bin/town.js'
import { grantMandate, registerPerson } from '../people/index.js'
import { runAct } from '../platform/act.js'
import { readConfig } from '../platform/config.js'
import { migrate } from '../platform/migrator.js'

export type ServedTown = RunningTown &
  Readonly<{
    /** Of the owner, for looking past the serving role. */
    ownerUrl: string
    /** Somebody with town-wide mandates. */
    person(name: string, ...kinds: readonly MandateKind[]): Promise<PersonId>
    /** Demo sign-in by name; answers the token. */
    signIn(name: string): Promise<string>
    /** One GraphQL request by http. */
    ask(query: string, how?: { token?: string; variables?: unknown; headers?: Record<string, string> }): Promise<any>
  }>

export async function aServedTown(
  env: Record<string, string> = {},
  how: { clientDir?: string | null; clock?: { now(): number }; logTo?: DestinationStream } = {},
): Promise<ServedTown> {
  const database = await createDatabase(inject('postgresUrl'))
  const dataDir = mkdtempSync(join(tmpdir(), 'faellesrum-town-'))
  await migrate(database.url, migrationSets, { info() {} })
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent', ...env })
  const running = await startTown({
    config,
    databaseUrl: database.url,
    api: { clientDir: how.clientDir ?? null },
    jobs: null,
    collab: { redisUrl: null },
    ...(how.clock && { clock: how.clock }),
    ...(how.logTo && { logTo: how.logTo }),
  })
  const at = `http://127.0.0.1:${running.port}`
  const seed = { kind: 'system', name: 'test' } as const
  return {
    ...running,
    ownerUrl: database.url,
    async person(name, ...kinds) {
      const made = await runAct(running.town, seed, registerPerson, {
        key: name,
        name,
        slug: slugOf(name),
        group: null,
      })
      if (!made.ok) throw new Error(made.refusal.code)
      const { person } = made.value
      for (const kind of kinds) {
        const input = {
          key: `${name} ${kind}`,
          person,
          kind,
          body: null,
          commission: null,
          from: day('2026-01-01'),
          to: null,
        }
        await runAct(running.town, seed, grantMandate, input)
      }
      return person as PersonId
    },
    async signIn(name) {
      const response = await fetch(`${at}/auth/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person: slugOf(name) }),
      })
      return ((await response.json()) as { token: string }).token
    },
    async ask(query, { token, variables, headers } = {}) {
      const response = await fetch(`${at}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
        body: JSON.stringify({ query, variables }),
      })
      return { status: response.status, headers: response.headers, ...((await response.json()) as object) }
    },
    async close() {
      await running.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
