// The bench: one PostgreSQL that keeps its promises (fsync), and for every cell a database like all the others.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '@faellesrum/tools/embedded-postgres'
import { cpuOfFamily, ownerOf, parentOf } from './machine.js'
import { lay } from './migrate.js'

export class Databases {
  readonly #dataDir: string
  #postgres: Awaited<ReturnType<typeof startPostgres>>
  #postmaster = 0
  #count = 0

  private constructor(dataDir: string, postgres: Awaited<ReturnType<typeof startPostgres>>) {
    this.#dataDir = dataDir
    this.#postgres = postgres
  }

  static async open(): Promise<Databases> {
    const dataDir = await mkdtemp(join(tmpdir(), 'faellesrum-bench-'))
    const databases = new Databases(dataDir, await startPostgres({ dataDir }))
    try {
      await databases.#query('create database bench_template')
      await lay(databases.#urlOf('bench_template'))
      await databases.#findPostmaster()
      return databases
    } catch (error) {
      await databases.close()
      throw error
    }
  }

  /** Empty, with all rooms in it; its tables lie in `folder` where one is given, which belongs to PostgreSQL then. */
  async fresh(folder?: string): Promise<string> {
    const name = `bench_${++this.#count}`
    if (folder !== undefined) await this.#query(`create tablespace ${name} location '${folder}'`)
    await this.#query(`create database ${name} template bench_template ${folder === undefined ? '' : `tablespace ${name}`}`)
    return this.#urlOf(name)
  }

  /** Who its processes run as. */
  get user(): { uid: number; gid: number } {
    return ownerOf(this.#postmaster)
  }

  async drop(url: string): Promise<void> {
    await this.#query(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
  }

  /** Milliseconds of all of PostgreSQL's processes so far. */
  cpu(): number {
    return cpuOfFamily(this.#postmaster)
  }

  async version(): Promise<string> {
    const [row] = await this.#query('show server_version')
    return row['server_version']
  }

  async close(): Promise<void> {
    await this.#postgres.stop()
    await rm(this.#dataDir, { recursive: true, force: true })
  }

  /** Kills it as the kernel would, short of memory, or ends it fast (SIGINT), and starts it again on the same port. */
  async restart(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    process.kill(this.#postmaster, signal)
    await this.#postgres.stop()
    this.#postgres = await startPostgres({ dataDir: this.#dataDir })
    await this.#findPostmaster()
  }

  /** The backend's parent is the one that all of PostgreSQL's processes come from. */
  async #findPostmaster(): Promise<void> {
    const client = await this.#connect()
    try {
      const { rows } = await client.query('select pg_backend_pid() as pid')
      this.#postmaster = parentOf(rows[0].pid)
    } finally {
      await client.end()
    }
  }

  #urlOf(name: string): string {
    const url = new URL(this.#postgres.url)
    url.pathname = `/${name}`
    return url.href
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#postgres.url })
    await client.connect()
    return client
  }

  async #query(text: string): Promise<any[]> {
    const client = await this.#connect()
    try {
      return (await client.query(text)).rows
    } finally {
      await client.end()
    }
  }
}
