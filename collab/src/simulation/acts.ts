// Collab, simulation: what the server decides about rooms and people meanwhile, each decision in a transaction of its own.
import type { Access, RoomName, RoomState } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { writeSomething } from '../testing/writers.js'
import type { Right } from './rights.js'
import type { Town } from './town.js'

/** Below those that people get. */
const serversClient = 77

export class Acts {
  readonly #town: Town
  /** Acts about the same thing wait for one another, as they do at the rows that they lock. */
  readonly #underWay = new Set<RoomName | Right>()

  constructor(town: Town) {
    this.#town = town
  }

  /** Freezes, seals or opens a room: holds its row for a while, and is undone now and then. */
  decideAboutRoom(room: RoomName, state: RoomState, mayBeUndone = true): void {
    const { world, database } = this.#town
    if (this.#underWay.has(room)) return
    this.#underWay.add(room)
    database.memory.hold(room, true)
    const publish = database.notice({ kind: 'state', room, state, epoch: 1 })
    world.after(world.odds(80) ? world.between(5, 300) : world.between(300, 2500), () => {
      this.#underWay.delete(room)
      database.memory.hold(room, false)
      if (mayBeUndone && world.odds(25)) return world.note(`an act about ${room} is undone`)
      database.setState(room, state)
      publish()
    })
  }

  /** The server writes into a text, as acceptance and restore do: upon what the lock shows, and not if the act is undone. */
  write(room: RoomName): void {
    const { world, database, witness } = this.#town
    if (this.#underWay.has(room)) return
    this.#underWay.add(room)
    database.memory.hold(room, true)
    world.after(world.between(2, 300), () => {
      this.#underWay.delete(room)
      database.memory.hold(room, false)
      if (world.odds(20)) return world.note(`what the server wrote into ${room} is undone`)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(witness.doc(room)))
      doc.clientID = serversClient
      const made: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => made.push(update))
      writeSomething(doc, world.chance)
      if (made.length > 0) void database.serverWrites(room, serversClient, made[0]!)
    })
  }

  /** The same person has another access from now on. */
  change(right: Right, access: Access): void {
    if (right.access === null || right.person === null) return
    const { room, person, mandate } = right
    this.#decide({ kind: 'changed', room, person, mandate, access }, this.#sameMandate(right), access)
  }

  /** Ends a right: of the mandate everywhere, of the person here, or of the session alone. */
  end(right: Right): void {
    const { world, rights } = this.#town
    const nobody = { kind: 'ended', room: null, person: null, mandate: null, session: null } as const
    const { room, person, mandate, session } = right
    switch (world.chance(person === null ? 2 : 3)) {
      case 0:
        return this.#decide({ ...nobody, mandate }, this.#sameMandate(right), null)
      case 1:
        return this.#decide({ ...nobody, session }, [right], null)
      default:
        return this.#decide({ ...nobody, room, person }, rights.filter((one) => one.person === person && one.room === room), null)
    }
  }

  /** Somebody who had more is sent away to ask anew; all others stay. */
  close(room: RoomName, without: Right): void {
    const there = this.#town.rights.filter((one) => one.room === room)
    const keeping = [...new Set(there.flatMap(({ person }) => (person === null || person === without.person ? [] : [person])))]
    this.#decide({ kind: 'closed', room, keeping }, there.filter(({ person }) => person === without.person), null)
  }

  #sameMandate({ mandate, room }: Right): Right[] {
    return this.#town.rights.filter((one) => one.mandate === mandate && one.room === room)
  }

  /** The number of a notice is given when it is written, and others may overtake it before its act is committed. */
  #decide(notice: Parameters<Town['database']['notice']>[0], about: readonly Right[], access: Access | null): void {
    const { world, database } = this.#town
    if (about.some((right) => this.#underWay.has(right))) return
    for (const right of about) this.#underWay.add(right)
    const publish = database.notice(notice)
    world.after(world.odds(80) ? world.between(2, 50) : world.between(50, 3000), () => {
      for (const right of about) this.#underWay.delete(right)
      for (const right of about) if (right.access !== null) right.decide(access, world.now)
      publish()
    })
  }
}
