// Collab: what one process tells the others. A hint and nothing more: whatever is lost on the way is found in the log, by
// comparing with it. Only rows that are committed travel.
import type { RoomName } from '@faellesrum/schema/rooms'
import { createClient } from '@redis/client'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Log, Random } from './ports.js'
import type { PresenceEntry } from './read-frame.js'

/** Rows of the log as the room that commits them has them; `seq` follows on. */
export type ToldRow = Readonly<{ seq: number; updates: readonly Uint8Array[] }>

export type Told =
  | Readonly<{ kind: 'rows'; epoch: number; rows: readonly ToldRow[] }>
  /** States with their cards already set; `null` as JSON for whoever has gone. */
  | Readonly<{ kind: 'presence'; entries: readonly PresenceEntry[] }>
  /** A process has opened the room and asks the others who is in it. */
  | Readonly<{ kind: 'whoIsThere' }>

export type HearTold = (told: Told, process: string) => void

export interface Relay {
  /** Hears of a room from now on; its own messages do not come back. */
  listen(room: RoomName, hear: HearTold): void
  forget(room: RoomName): void
  /** Returns at once, and loses the message where nobody can be reached. */
  tell(room: RoomName, told: Told): void
  close(): Promise<void>
}

/** One process alone. */
export const noRelay: Relay = { listen() {}, forget() {}, tell() {}, async close() {} }

const channelOf = (room: RoomName): string => `faellesrum:{${room}}`
const processBytes = 8
const retryMs = 500

/**
 * Over one Redis 7 or Valkey. Its channels are sharded ones, named so that all of a room would lie on one node of a
 * cluster; to be told by a cluster where that is would need another client than this one.
 */
export class RedisRelay implements Relay {
  readonly #me: Uint8Array
  readonly #log: Log
  readonly #say
  readonly #ear
  readonly #listeners = new Map<RoomName, (message: Buffer) => void>()

  constructor(url: string, { random, log }: { random: Random; log: Log }) {
    this.#me = random.bytes(processBytes)
    this.#log = log
    // A queue for when nobody is there would only grow: what cannot be told now is not told.
    const options = { url, disableOfflineQueue: true, socket: { reconnectStrategy: () => retryMs } }
    this.#say = createClient(options)
    this.#ear = createClient({ ...options, disableOfflineQueue: false })
    for (const client of [this.#say, this.#ear]) {
      client.on('error', (error: Error) => log.warn({ reason: error.message }, 'the relay is away; the log is compared instead'))
      client.connect().catch(() => {})
    }
    // Whatever was asked before there was anybody to hear it.
    this.#say.on('ready', () => {
      for (const room of this.#listeners.keys()) this.tell(room, { kind: 'whoIsThere' })
    })
  }

  listen(room: RoomName, hear: HearTold): void {
    const listener = (message: Buffer): void => {
      const from = message.subarray(0, processBytes)
      if (from.equals(this.#me)) return
      try {
        hear(decode(message.subarray(processBytes)), from.toString('hex'))
      } catch (error) {
        this.#log.error({ room, err: error }, 'another process said something that is not understood')
      }
    }
    this.#listeners.set(room, listener)
    this.#ear.sSubscribe(channelOf(room), listener, true).then(
      () => this.#listeners.get(room) === listener && this.tell(room, { kind: 'whoIsThere' }),
      () => {},
    )
  }

  forget(room: RoomName): void {
    const listener = this.#listeners.get(room)
    if (!this.#listeners.delete(room)) return
    this.#ear.sUnsubscribe(channelOf(room), listener, true).catch(() => {})
  }

  tell(room: RoomName, told: Told): void {
    if (!this.#say.isReady) return
    this.#say.sPublish(channelOf(room), Buffer.concat([this.#me, encode(told)])).catch(() => {})
  }

  async close(): Promise<void> {
    this.#listeners.clear()
    for (const client of [this.#say, this.#ear]) client.destroy()
  }
}

const kinds = ['rows', 'presence', 'whoIsThere'] as const

function encode(told: Told): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kinds.indexOf(told.kind))
  if (told.kind === 'rows') {
    encoding.writeVarUint(encoder, told.epoch)
    encoding.writeVarUint(encoder, told.rows.length)
    for (const { seq, updates } of told.rows) {
      encoding.writeVarUint(encoder, seq)
      encoding.writeVarUint(encoder, updates.length)
      for (const update of updates) encoding.writeVarUint8Array(encoder, update)
    }
  } else if (told.kind === 'presence') {
    encoding.writeVarUint(encoder, told.entries.length)
    for (const { client, clock, json } of told.entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  }
  return encoding.toUint8Array(encoder)
}

function decode(message: Uint8Array): Told {
  const decoder = decoding.createDecoder(message)
  const kind = kinds[decoding.readVarUint(decoder)]
  const many = <Each>(read: () => Each): Each[] => Array.from({ length: decoding.readVarUint(decoder) }, read)
  if (kind === 'rows') {
    const epoch = decoding.readVarUint(decoder)
    const row = (): ToldRow => ({
      seq: decoding.readVarUint(decoder),
      updates: many(() => decoding.readVarUint8Array(decoder)),
    })
    return { kind, epoch, rows: many(row) }
  }
  if (kind === 'presence') {
    const entry = (): PresenceEntry => ({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      json: decoding.readVarString(decoder),
    })
    return { kind, entries: many(entry) }
  }
  if (kind === undefined) throw new Error('no such kind of message')
  return { kind }
}
