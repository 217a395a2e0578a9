// Collab, simulation: a town of one or two collab processes over one database, and everybody who comes to them.
import { draftShape } from '@faellesrum/schema/drafts'
import { type MandateId, newId, type PersonId } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import { type Access, passAudience, passLifetimeMs, passVersion, type PassClaims, RoomName, type RoomNotice } from '@faellesrum/schema/rooms'
import { Bus } from './bus.js'
import { Database, type StoreLies } from './database.js'
import type { Line } from './line.js'
import { CollabProcess } from './collab-process.js'
import { Right } from './rights.js'
import { Witness } from './witness.js'
import type { World } from './world.js'

/** What a test lets go wrong on purpose, to see that the witness notices. */
export type Lies = Readonly<{
  store?: (database: Database) => StoreLies
  forgetsNotice?: (notice: RoomNotice) => boolean
  /** The doorkeeper reads another access than the pass says. */
  access?: Access
  /** The folder leaves out the last of what it is given. */
  foldsTooLittle?: boolean
}>

export class Town {
  readonly world: World
  readonly witness: Witness
  readonly database: Database
  /** Null where processes find one another's rows in the log alone. */
  readonly bus: Bus | null
  readonly processes: CollabProcess[] = []
  readonly rooms: RoomName[] = []
  readonly rights: Right[] = []
  readonly lies: Lies
  /** The server's clock beside collab's. */
  readonly #skew: number
  readonly #usedIds = new Set<number>()

  constructor(world: World, lies: Lies = {}) {
    this.world = world
    this.lies = lies
    this.witness = new Witness(world)
    this.database = new Database(world, this.witness)
    this.bus = world.odds(60) ? new Bus(world) : null
    this.#skew = world.between(-1500, 1500)
    for (let i = world.pick([1, 2, 2, 3]); i > 0; i--) this.processes.push(new CollabProcess(this, `collab ${i}`))
    for (let i = 0; i < 2; i++) this.#openRoom()
  }

  #openRoom(): void {
    const room = RoomName.print('draft', this.#id())
    this.rooms.push(room)
    this.witness.open(room)
    this.database.memory.create(room)
  }

  /** Somebody with a right of their own; the same person with `of`. */
  right(name: string, room: RoomName, access: Access, of: Right | 'guest' | null = null): Right {
    const kind: MandateKind = of === 'guest' ? 'guest' : 'council-member'
    const person = of === 'guest' ? null : of === null ? this.#id<PersonId>() : of.person
    const mandate = of instanceof Right ? of.mandate : this.#id<MandateId>()
    const right = new Right(name, room, person, mandate, kind, this.#id(), access)
    this.rights.push(right)
    return right
  }

  /** As `enterRoom` gives it: null for whoever has no right. */
  async pass(right: Right): Promise<{ token: string; until: number } | null> {
    await this.world.wait(this.world.between(5, 60))
    const { access } = right
    if (access === null) return null
    const iat = Math.floor((this.world.now + this.#skew) / 1000)
    const claims: PassClaims = {
      aud: passAudience,
      iat,
      exp: iat + passLifetimeMs / 1000,
      v: passVersion,
      room: right.room,
      sub: right.person,
      mandate: right.mandate,
      mandateKind: right.mandateKind,
      access,
      shape: draftShape,
      session: right.session,
    }
    const token = Buffer.from(JSON.stringify(claims)).toString('base64url')
    return { token, until: claims.exp * 1000 - 10_000 }
  }

  /** A load balancer: any process that stands. */
  connect(line: Line): void {
    this.world.after(this.world.between(1, 30), () => {
      const standing = this.processes.filter(({ isAlive }) => isAlive)
      if (standing.length === 0 || line.isOver) return line.abandon()
      this.world.pick(standing).accept(line)
    })
  }

  newClientId(): number {
    for (;;) {
      const id = this.world.between(1000, 2 ** 31)
      if (this.#usedIds.has(id)) continue
      this.#usedIds.add(id)
      return id
    }
  }

  #id<Id extends string = never>(): Id {
    return newId<never>(this.world.now, this.world.random.bytes(16)) as never
  }
}
