// Collab, simulation: what processes tell one another, as Redis carries it: late, in another order, twice, or not at all.
import type { RoomName } from '@faellesrum/schema/rooms'
import type { HearTold, Relay, Told } from '../relay.js'
import type { World } from './world.js'

type Ear = { process: string; isAlive: () => boolean; room: RoomName; hear: HearTold }

export class Bus {
  readonly #world: World
  #ears: Ear[] = []

  constructor(world: World) {
    this.#world = world
  }

  /** The relay as one process has it. */
  relay(process: string, isAlive: () => boolean): Relay {
    return {
      listen: (room, hear) => {
        this.#ears.push({ process, isAlive, room, hear })
        this.#tell(process, room, { kind: 'whoIsThere' })
      },
      forget: (room) => {
        this.#ears = this.#ears.filter((ear) => ear.process !== process || ear.room !== room)
      },
      tell: (room, told) => this.#tell(process, room, told),
      close: async () => {
        this.#ears = this.#ears.filter((ear) => ear.process !== process)
      },
    }
  }

  #tell(process: string, room: RoomName, told: Told): void {
    for (const ear of this.#ears) {
      if (ear.room !== room || ear.process === process) continue
      for (let times = this.#world.odds(15) ? this.#world.pick([0, 0, 2]) : 1; times > 0; times--) {
        const ms = this.#world.odds(90) ? this.#world.between(1, 5) : this.#world.between(5, 900)
        this.#world.after(ms, () => {
          if (ear.isAlive() && this.#ears.includes(ear)) ear.hear(told, process)
        })
      }
    }
  }
}
