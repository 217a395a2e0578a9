// Platform: PostgreSQL, twice: TypeORM for writing, plain prepared statements for reading. Both serve as the role
// `faellesrum_app`, which may add to the audit trail and not change it.
import { type Id, newId } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'
import { availableParallelism } from 'node:os'
import { Client, Pool, type PoolClient, types as defaults } from 'pg'
import { DataSource, type EntityManager } from 'typeorm'
import type { Clock, Random } from './clock.js'
import type { Row } from './reading.js'
import type { Class } from './slice.js'

export const appRole = 'faellesrum_app'
export const statementTimeoutMs = 3_000

export type Database = Readonly<{
  /** For reading, moments and days as text. */
  pool: Pool
  data: DataSource
  /** A prepared statement, by its text. */
  read(text: string, values: unknown[]): Promise<Row[]>
  transaction<Result>(work: (at: { manager: EntityManager; tx: Tx }) => Promise<Result>): Promise<Result>
  newId<Kind extends string>(ports: { clock: Clock; random: Random }): Id<Kind>
  connect(): Promise<Client>
  close(): Promise<void>
}>

const options = [
  `-c role=${appRole}`,
  `-c statement_timeout=${statementTimeoutMs}`,
  '-c idle_in_transaction_session_timeout=30000',
  '-c jit=off',
  // A town lies in memory: a page by its index costs no more than the next one.
  '-c random_page_cost=1.1',
  '-c timezone=UTC',
].join(' ')

/** OIDs of `date`, `timestamptz` and `timestamp`: kept as text, for reading wants no Date that is printed again. */
const asText = new Set([1082, 1184, 1114])
const plain = {
  getTypeParser: (oid: number, format?: any) =>
    asText.has(oid) ? (value: string) => value : defaults.getTypeParser(oid, format),
}

// A stranger can ask for columns in endless combinations; each prepared statement costs memory in every connection.
const mostPrepared = 500

export async function openDatabase(url: string, entities: readonly Class[]): Promise<Database> {
  const size = availableParallelism() + 1
  const pool = new Pool({
    connectionString: url,
    options,
    max: size,
    types: plain as never,
    application_name: 'faellesrum read',
  })
  // An idle connection that breaks (server restarted) must not end the process; the next statement gets a new one.
  pool.on('error', () => {})
  const data = new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as never,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    extra: { options, max: Math.max(4, size), application_name: 'faellesrum write' },
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  })
  await data.initialize()
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared) return known
    const name = `r${names.size}`
    names.set(text, name)
    return name
  }
  return {
    pool,
    data,
    async read(text, values) {
      const name = nameOf(text)
      const { rows } = await pool.query(name === undefined ? { text, values } : { name, text, values })
      return rows as Row[]
    },
    async transaction(work) {
      const runner = data.createQueryRunner()
      try {
        const client = (await runner.connect()) as PoolClient
        await runner.startTransaction('READ COMMITTED')
        const tx: Tx = { query: (text, values) => client.query(text, values) }
        const result = await work({ manager: runner.manager, tx })
        await runner.commitTransaction()
        return result
      } catch (error) {
        // A connection that broke cannot roll back, and has nothing to.
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {})
        throw error
      } finally {
        await runner.release()
      }
    },
    newId: ({ clock, random }) => newId(clock.now(), random.bytes(16)),
    async connect() {
      const client = new Client({ connectionString: url, options, application_name: 'faellesrum bus' })
      await client.connect()
      return client
    },
    async close() {
      await Promise.all([pool.end(), data.destroy()])
    },
  }
}

/** Another act was quicker: serialisation failure, deadlock, or the same key inserted at once. */
export function isTransient(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return code === '40001' || code === '40P01' || (code === '23505' && constraint === 'entry_actor_key')
}

/** What a row names does not exist. */
export const isForeignKey = (error: unknown): boolean => (error as { code?: string } | null)?.code === '23503'
