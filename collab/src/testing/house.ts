// Collab, tests: a house with one collab in it: real server, real PostgreSQL, real keys; stock clients come by socket.
import { newId, type PersonId } from '@faellesrum/schema/kernel'
import { draftShape } from '@faellesrum/schema/drafts'
import type { MandateKind } from '@faellesrum/schema/people'
import { type Access, passAudience, type PassClaims, passVersion, RoomName, type RoomNotice } from '@faellesrum/schema/rooms'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { PassKeys } from '../doorkeeper.js'
import type { Limits } from '../limits.js'
import { type Collab, type CollabOptions, startCollab } from '../mount.js'
import type { Log } from '../ports.js'
import { PostgresRoomStore } from '../store/postgres-room-store.js'
import type { RoomStore } from '../store/room-store.js'
import { aDatabase, type CollabDatabase } from './database.js'
import { RawClient } from './raw-client.js'

export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
const random = { bytes: (count: number) => randomBytes(count) }

export type Person = Readonly<{ name: string; id: PersonId; mandate: PassClaims['mandate']; kind: MandateKind; session: string }>

export class House {
  readonly database: CollabDatabase
  readonly keys: PassKeys
  collab!: Collab
  readonly #privateKey: CryptoKey
  readonly #options: Partial<CollabOptions>
  #server!: Server
  #port = 0

  private constructor(database: CollabDatabase, keys: PassKeys, privateKey: CryptoKey, options: Partial<CollabOptions>) {
    this.#options = options
    this.database = database
    this.keys = keys
    this.#privateKey = privateKey
  }

  static async open(options: Partial<CollabOptions> & { limits?: Partial<Limits> } = {}): Promise<House> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'k1' }]
    const house = new House(await aDatabase(), keys, privateKey, options)
    await house.start()
    return house
  }

  /** With other options than the house was opened with, for once. */
  async start(options: Partial<CollabOptions> = {}): Promise<void> {
    this.collab = startCollab({
      pool: this.database.pool,
      passKeys: this.keys,
      clock: { now: () => Date.now() },
      random,
      log: silent,
      origins: ['https://rum.test'],
      ...this.#options,
      ...options,
      limits: { ...this.#options.limits, ...options.limits },
    })
    this.#server = createServer()
    this.#server.on('upgrade', (request, socket, head) => {
      if (!this.collab.handleUpgrade(request, socket, head)) socket.destroy()
    })
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
    await until(() => this.collab.ready())
  }

  /** The port stays the same, so that clients come back to it. */
  async stop(): Promise<void> {
    await this.collab.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async close(): Promise<void> {
    await this.stop()
    await this.database.drop()
  }

  /** A row that another process has committed. */
  async otherwise(room: RoomName, updates: readonly Uint8Array[]): Promise<void> {
    const sender = { person: null, mandate: id() }
    const [outcome] = await new PostgresRoomStore(this.database.pool).append([
      { room, epoch: 1, sender, mandateKind: 'guest', offline: false, updates, receipt: randomBytes(20) },
    ])
    if (outcome?.kind !== 'saved') throw new Error(`not saved: ${outcome?.kind}`)
  }

  /** Until the test is over: a store in which something goes wrong. */
  async withStore(change: (real: RoomStore) => Partial<RoomStore>, options: Partial<CollabOptions> = {}): Promise<void> {
    const real = new PostgresRoomStore(this.database.pool)
    const changed = change(real)
    const store = new Proxy(real, {
      get: (_, name) => changed[name as keyof RoomStore] ?? (real[name as keyof RoomStore] as () => unknown).bind(real),
    })
    await this.with({ ...options, store })
  }

  /** Until the test is over: a collab with other options, on the same port and database. */
  async with(options: Partial<CollabOptions>): Promise<void> {
    await this.stop()
    await this.start(options)
    onTestFinished(async () => {
      await this.stop()
      await this.start()
    })
  }

  /** Another process over the same log, until the test is over. */
  async beside(options: Partial<CollabOptions> = {}): Promise<House> {
    const other = new House(this.database, this.keys, this.#privateKey, { ...this.#options, ...options })
    await other.start()
    onTestFinished(() => other.stop())
    return other
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#port}/collab`
  }

  async room(kind: 'draft' | 'branch' = 'draft'): Promise<RoomName> {
    const room = RoomName.print(kind, id())
    await this.database.owner.query('insert into collab.room (name) values ($1)', [room])
    return room
  }

  async person(name: string, kind: MandateKind = 'council-member'): Promise<Person> {
    const person = { name, id: id() as PersonId, mandate: id() as never, kind, session: id() }
    await this.database.owner.query('insert into rooms.card_of values ($1, $2)', [person.id, name])
    return person
  }

  async pass(who: Person, room: RoomName, access: Access = 'write', over: Partial<Record<keyof PassClaims | 'nbf', unknown>> = {}): Promise<string> {
    const iat = Math.floor(Date.now() / 1000)
    const claims = {
      v: passVersion,
      aud: passAudience,
      room,
      sub: who.id,
      mandate: who.mandate,
      mandateKind: who.kind,
      access,
      shape: draftShape,
      session: who.session,
      iat,
      exp: iat + 120,
      ...over,
    }
    return this.sign(claims)
  }

  sign(claims: object, header: object = { alg: 'EdDSA', kid: 'k1' }): Promise<string> {
    return new SignJWT(claims as never).setProtectedHeader(header as never).sign(this.#privateKey)
  }

  async notice(notice: RoomNotice): Promise<void> {
    await this.database.owner.query('insert into rooms.notice (notice) values ($1)', [notice])
  }

  /** The unmodified client from npm. */
  async write(who: Person, room: RoomName, access: Access = 'write', doc = new Y.Doc()): Promise<WebsocketProvider> {
    const provider = new WebsocketProvider(this.url, room, doc, {
      params: { pass: await this.pass(who, room, access) },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
    })
    onTestFinished(() => {
      provider.destroy()
      doc.destroy()
    })
    return provider
  }

  /** A client of ours that is in, and has handed in that it has nothing of its own. */
  async ours(who: Person, room: RoomName): Promise<RawClient> {
    const client = new RawClient(`${this.url}/${room}`, { pass: await this.pass(who, room), ours: true })
    await client.opened
    client.begin()
    await until(() => client.saved.length > 0)
    return client
  }

  /** What the log says, replayed. */
  async logged(room: RoomName): Promise<{ rows: LogFacts[]; text: string }> {
    const { rows } = await this.database.owner.query(
      'select seq, person, mandate, mandate_kind, offline, updates, ends from collab.log where room = $1 order by seq',
      [room],
    )
    const doc = new Y.Doc()
    for (const row of rows) {
      for (const [i, end] of row.ends.entries()) Y.applyUpdate(doc, row.updates.subarray(row.ends[i - 1] ?? 0, end))
    }
    return { rows, text: doc.getText('default').toString() }
  }
}

export type LogFacts = { seq: string; person: string | null; mandate: string; mandate_kind: string; offline: boolean }

export const id = () => newId<never>(Date.now(), randomBytes(16))

export const textOf = (provider: WebsocketProvider): Y.Text => provider.doc.getText('default')

/** Polls a fact that is about to be; fails with what it saw last. */
export async function until(fact: () => unknown, within = 30_000): Promise<void> {
  const deadline = Date.now() + within
  for (;;) {
    const now = await fact()
    if (now) return
    if (Date.now() > deadline) throw new Error(`still not so after ${within} ms: ${String(fact)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export const synced = (...providers: WebsocketProvider[]): Promise<void> => until(() => providers.every((one) => one.synced))

/** Why a provider was told not to come back, or the last code it was closed with. */
export function closing(provider: WebsocketProvider): { code: number | null } {
  const seen: { code: number | null } = { code: null }
  provider.on('connection-close', (event) => {
    seen.code = event?.code ?? null
  })
  return seen
}
