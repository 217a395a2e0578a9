// Testing: a town of one's own: a fresh database on the run's real PostgreSQL, a clock that stands still, seeded chance,
// and real GraphQL in process. Tests speak of persons and bodies, not of tables.
import { createHash } from 'node:crypto'
import { createDatabase } from '@faellesrum/tools/test-postgres'
import type { BodyKind } from '@faellesrum/schema/committees'
import { day, dayAt, type LocalDate, type PersonId } from '@faellesrum/schema/kernel'
import { type MandateKind, slugOf } from '@faellesrum/schema/people'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { inject } from 'vitest'
import { migrationSets, openRecords } from '../../bin/records.js'
import { grantMandate, registerPerson } from '../people/index.js'
import { type Act, type ActInput, runAct } from '../platform/act.js'
import type { Json } from '../platform/audit.js'
import { startBus } from '../platform/bus.js'
import type { Random } from '../platform/clock.js'
import { openDatabase } from '../platform/database.js'
import { openGraphql } from '../platform/graphql.js'
import { migrate } from '../platform/migrator.js'
import { makePassSigner } from '../platform/pass-keys.js'
import { buildTownSchema } from '../platform/schema.js'
import type { Slice } from '../platform/slice.js'
import type { Town } from '../platform/town.js'
import type { Actor, Held, Viewer } from '../platform/viewer.js'
import { openVisit } from '../platform/visits.js'

/** Monday of the demo's worked example, 12:00 in Copenhagen. */
const noon = Date.parse('2026-11-23T11:00:00Z')
export const seedActor: Actor = { kind: 'system', name: 'seed' }

export type Answer = {
  data: any
  errors: readonly { message: string; extensions: Record<string, any>; path?: any }[]
  statements: number
}

export type TestTown = Readonly<{
  town: Town
  slices: readonly Slice[]
  clock: { now(): number; advance(ms: number): void; set(ms: number): void }
  /** Of the owner, for looking past the serving role. */
  ownerUrl: string
  /** Registers somebody and grants the mandates; answers the uuid of the person. */
  person(name: string, ...mandates: readonly TestMandate[]): Promise<PersonId>
  /** A body to hold mandates in, where nothing else about bodies matters; its uuid. */
  place(slug: string, kind?: BodyKind): Promise<string>
  /** Who somebody is now, as a session would find it. */
  viewer(person: PersonId | null): Promise<Viewer | null>
  /** Real GraphQL in process, as this person or nobody. */
  run(
    query: string,
    how?: { as?: PersonId | null; variables?: Record<string, unknown>; language?: 'da' | 'en' },
  ): Promise<Answer>
  act<Input extends ActInput, Facts, Decision, Result extends Json>(
    definition: Act<Input, Facts, Decision, Result>,
    input: Omit<Input, 'key'> & { key?: string },
    as?: Actor,
  ): ReturnType<typeof runAct<Input, Facts, Decision, Result>>
  close(): Promise<void>
}>

export type TestMandate =
  MandateKind | { kind: MandateKind; body?: string; commission?: string; from?: LocalDate; to?: LocalDate }

export async function aTown(how: { slices?: readonly Slice[] } = {}): Promise<TestTown> {
  // Asked for late: a slice that is loaded adds its fields to the types of others, also for those who do not list it.
  const slices = how.slices ?? (await import('../app.js')).slices
  const made = await createDatabase(inject('postgresUrl'))
  await migrate(made.url, migrationSets, { info() {} })
  const database = await openDatabase(
    made.url,
    slices.flatMap((slice) => slice.entities ?? []),
  )
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
  let now = noon
  const clock = { now: () => now, advance: (ms: number) => void (now += ms), set: (ms: number) => void (now = ms) }
  const bus = startBus(database.connect, log)
  await bus.ready
  const town: Town = {
    slices,
    database,
    clock,
    random: seededRandom('town'),
    log,
    bus,
    records: openRecords(database.pool),
    passes: await makePassSigner(),
    metrics: new Registry(),
    zone: 'Europe/Copenhagen',
    publicUrl: 'http://localhost:4000',
    demo: true,
    secret: createHash('sha256').update('a secret of tests').digest(),
  }
  const schema = buildTownSchema(slices)
  const { apollo } = await openGraphql(schema)
  let keys = 0
  const nextKey = (): string => `key-${++keys}`

  const act: TestTown['act'] = (definition, input, as = seedActor) =>
    runAct(town, as, definition, { key: nextKey(), ...input } as never)

  const viewer = async (person: PersonId | null): Promise<Viewer | null> => {
    if (person === null) return null
    const { rows } = await database.pool.query(
      `select m.id, m.kind, m.body_id as body, m.commission_id as commission, people.in_council(m) as "inCouncil", p.name from people.person p
         left join people.mandate m on m.person_id = p.id and people.gives_rights(m, $2::date)
        where p.id = $1 order by m.from_day, m.id`,
      [person, dayAt(now, town.zone)],
    )
    const mandates = rows.filter((row) => row.id !== null).map(({ name: _, ...held }) => held as Held)
    return { person, name: rows[0]?.name, session: '00000000-0000-7000-8000-000000000000', mandates }
  }

  return {
    town,
    slices,
    clock,
    ownerUrl: made.url,
    act,
    viewer,
    async person(name, ...mandates) {
      const registered = await act(registerPerson, { name, slug: slugOf(name), group: null })
      if (!registered.ok) throw new Error(JSON.stringify(registered.refusal))
      const { person } = registered.value
      for (const each of mandates) {
        const mandate = typeof each === 'string' ? { kind: each } : each
        const verdict = await act(grantMandate, {
          person,
          kind: mandate.kind,
          body: ('body' in mandate && mandate.body) || null,
          commission: ('commission' in mandate && mandate.commission) || null,
          from: ('from' in mandate && mandate.from) || day('2026-01-01'),
          to: ('to' in mandate && mandate.to) || null,
        })
        if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusal))
      }
      return person as PersonId
    },
    async place(slug, kind = 'task-committee') {
      const id = database.newId(town)
      await database.pool.query(
        "insert into committees.body (id, slug, kind, name, search) values ($1, $2, $3, $2, $2)",
        [id, slug, kind],
      )
      return id
    },
    async run(query, { as = null, variables = {}, language = 'da' } = {}) {
      const visit = openVisit(town, schema.readings, {
        viewer: await viewer(as),
        language,
        requestId: 'test',
        address: null,
        byToken: false,
      })
      const response = await apollo.executeOperation({ query, variables }, { contextValue: visit })
      if (response.body.kind !== 'single') throw new Error('a single answer was expected')
      const { data, errors } = response.body.singleResult
      // Through JSON as the wire would, so that a test sees what a client sees.
      return { ...JSON.parse(JSON.stringify({ data, errors: errors ?? [] })), statements: visit.read.statements }
    },
    async close() {
      await apollo.stop()
      await bus.close()
      await database.close()
      await made.drop()
    },
  }
}

/** The same bytes for the same seed, so that ids and tokens of a failing test come again. */
export function seededRandom(seed: string): Random {
  let counter = 0
  return {
    bytes(count) {
      const blocks: Buffer[] = []
      for (let have = 0; have < count; have += 32) {
        blocks.push(createHash('sha256').update(`${seed}:${counter++}`).digest())
      }
      return Buffer.concat(blocks).subarray(0, count)
    },
  }
}
