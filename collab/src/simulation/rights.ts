// Collab, simulation: who may do what, as the server's acts have decided it. The truth that collab is measured against.
import type { MandateId, PersonId } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import type { Access, RoomName } from '@faellesrum/schema/rooms'

/** One person's right in one room, under one mandate and session. Null access: none at all. */
export class Right {
  readonly #decisions: { at: number; access: Access | null }[]

  constructor(
    readonly name: string,
    readonly room: RoomName,
    readonly person: PersonId | null,
    readonly mandate: MandateId,
    readonly mandateKind: MandateKind,
    readonly session: string,
    access: Access,
  ) {
    this.#decisions = [{ at: Number.NEGATIVE_INFINITY, access }]
  }

  get access(): Access | null {
    return this.#decisions.at(-1)!.access
  }

  /** An act has been committed. */
  decide(access: Access | null, at: number): void {
    this.#decisions.push({ at, access })
  }

  /** Whether one of these was given at any moment from `from` to `to`. */
  hadAny(accesses: readonly Access[], from: number, to: number): boolean {
    return this.#decisions.some(
      ({ at, access }, i) =>
        access !== null && accesses.includes(access) && at <= to && (this.#decisions[i + 1]?.at ?? Number.POSITIVE_INFINITY) >= from,
    )
  }
}
