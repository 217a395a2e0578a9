// Platform: what a slice says of itself. `server/src/app.ts` lists the slices; nothing else needs to know them.
import type { FastifyInstance } from 'fastify'
import type { Access, RoomName, Tx } from '@faellesrum/schema/rooms'
import type { Held, Viewer } from './viewer.js'
import type { LocalDate, Verdict } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import type { AnyAct, Writing } from './act.js'
import type { Policy } from './policy.js'
import type { Extension, Reading } from './reading.js'
import type { Town } from './town.js'
import type { Visit } from './visit.js'

export type Class = abstract new (...args: any[]) => object

/** What one mandate gives in a room; `because` says why not more. */
export type RoomRight = Readonly<{ mandate: Held; access: Access }>

/**
 * Asked by `enterRoom`, for one kind of room. Answers every mandate of the viewer that opens the room, or the refusal:
 * NOT_FOUND where the viewer may not even know of it.
 */
export type RoomGuard = (
  town: Town,
  viewer: Viewer | null,
  room: { name: RoomName; id: string },
) => Promise<Verdict<Readonly<{ rights: readonly RoomRight[]; shape: number }>>>

export type WantedMandate = Readonly<{
  kind: MandateKind
  body: string | null
  commission: string | null
  from: LocalDate
}>

/** `on` is the day from which it gives no right; `heir` the mandate that takes its place, if any. */
export type EndedMandate = Readonly<{
  id: string
  kind: MandateKind
  person: string | null
  body: string | null
  commission: string | null
  on: LocalDate
  heir: string | null
}>

export type Slice = Readonly<{
  name: string
  /** type-graphql classes with root fields, and with fields that this slice adds to others' types. */
  resolvers?: readonly Class[]
  /** type-graphql object types that no root field reaches by itself (members of `Node`). */
  types?: readonly Class[]
  /** TypeORM entities; for writing only. */
  entities?: readonly Class[]
  readings?: readonly Reading[]
  extensions?: readonly Extension[]
  /** Everything that changes the record. A mutation without an act of its name needs a line in `policies`. */
  acts?: readonly AnyAct[]
  /**
   * Lines for what no reading describes: `Query.viewer`, `Subscription.bodyChanged`, `Mutation.enterRoom`, and
   * `MandateResult.*` for values that only carry what was read with its own policy.
   */
  policies?: Readonly<Record<string, Policy>>
  rooms?: Readonly<Record<string, RoomGuard>>
  /** What a meeting may decide, by name; run inside the transaction of `record-decision`. */
  decides?: Readonly<Record<string, unknown>>
  /** Addresses outside GraphQL. */
  routes?: (app: FastifyInstance, town: Town) => void
  /** May this mandate begin, as far as this slice knows its place? Asked in the facts of the act that grants it. */
  judgeMandate?: (tx: Tx, wanted: WantedMandate) => Promise<Verdict<null>>
  /** A mandate ended before its time: what rests on it here ends too, in the same act. */
  mandateEnded?: (writing: Writing, ended: EndedMandate) => Promise<void>
  /** What awaits the viewer, for `Viewer.awaits`. */
  awaits?: (visit: Visit) => Promise<readonly Awaiting[]>
}>

export type Awaiting = Readonly<{ act: string; sentence: string; commissionId: string | null; bodyId: string | null }>
