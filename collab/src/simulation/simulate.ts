// Collab, simulation: one run of one seed. Everything goes wrong for a while; then it is made well, and all must agree.
import { Acts } from './acts.js'
import type { Client } from './client.js'
import { OurClient } from './our-client.js'
import { StockClient } from './stock-client.js'
import { type Lies, Town } from './town.js'
import { Attacker, WritingReader } from './visitors.js'
import { World } from './world.js'

const troubleMs = 20_000
/** Enough for every silent line to be noticed, on both sides. */
const recoveryMs = 66_000

export type Ran = Readonly<{ steps: number; counts: Town['witness']['counts'] }>

export class SeedFailed extends Error {
  constructor(world: World, error: unknown) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    super(`seed ${world.seed}, step ${world.steps}: ${why}\n\nwhat came before:\n${world.happened.join('\n')}`, { cause: error })
  }
}

/** Throws `SeedFailed` where something does not hold. */
export async function simulate(seed: number, lies: Lies = {}): Promise<Ran> {
  const world = new World(seed)
  try {
    const run = new Run(new Town(world, lies))
    await world.run(troubleMs)
    run.makeWell()
    await world.run(recoveryMs)
    await run.check()
    return { steps: world.steps, counts: run.town.witness.counts }
  } catch (error) {
    throw new SeedFailed(world, world.broken ?? error)
  }
}

class Run {
  readonly town: Town
  readonly #acts: Acts
  readonly #clients: Client[] = []
  readonly #visitors: (WritingReader | Attacker)[] = []
  #isTrouble = true

  constructor(town: Town) {
    this.town = town
    this.#acts = new Acts(town)
    const [here, there] = town.rooms as [typeof town.rooms[0] & {}, typeof town.rooms[0] & {}]
    const oda = town.right('Oda', here, 'write')
    this.#clients.push(
      new OurClient(town, oda),
      new OurClient(town, town.right('Oda, ved den anden skærm', here, 'write', oda)),
      new OurClient(town, town.right('Birk', here, 'write')),
      new StockClient(town, town.right('Yasmin', here, 'write')),
      new OurClient(town, town.right('en gæst', here, 'write', 'guest')),
      new OurClient(town, town.right('Ebbe, som læser', here, 'read')),
      new StockClient(town, town.right('Kirsten, som læser', here, 'read')),
      new OurClient(town, town.right('Solvej', there, 'write')),
      new StockClient(town, town.right('Cathrine', there, 'write')),
    )
    this.#visitors.push(
      new WritingReader(town, town.right('en læser, som skriver', here, 'read')),
      new Attacker(town, town.right('en, som prøver alt', town.world.pick(town.rooms), 'write')),
    )
    for (const client of this.#clients) this.#live(client)
    for (const visitor of this.#visitors) this.#visit(visitor)
    this.#trouble()
  }

  /** Nothing fails any more, nobody writes any more, and everybody comes back. */
  makeWell(): void {
    const { world, database, processes, rooms } = this.town
    world.note('all is made well')
    this.#isTrouble = false
    database.heal()
    for (const process of processes) process.start()
    for (const visitor of this.#visitors) visitor.leave()
    for (const client of this.#clients) client.comeOnline()
    for (const room of rooms) if (world.odds(70)) world.after(5000, () => this.#acts.decideAboutRoom(room, 'open', false))
  }

  async check(): Promise<void> {
    const { witness, world, rooms } = this.town
    for (const client of this.#clients) {
      const { right, doc, line } = client
      if (client instanceof OurClient) for (const edit of client.saved) witness.checkContent(right.room, edit)
      if (client.isStopped) continue
      if (line === null) witness.fail('everybody comes back', right.name)
      if (client instanceof OurClient && client.pending.length > 0) witness.fail('everything handed in is saved or shown', right.name)
      witness.mustEqual(doc, witness.doc(right.room), `convergence: ${right.name}`)
    }
    // Whoever comes now is given the same, by each process.
    const late = rooms.map((room) => new OurClient(this.town, this.town.right('en, som kommer sent', room, 'read')))
    await world.run(8000)
    for (const { doc, right } of late) witness.mustEqual(doc, witness.doc(right.room), `convergence: ${right.name}`)
    witness.checkSnapshots()
    if (world.broken !== null) throw world.broken
  }

  #live(client: Client): void {
    const { world } = this.town
    world.after(world.between(50, 900), () => {
      if (!this.#isTrouble) return
      const what = world.chance(100)
      if (what < 70) client.edit()
      else if (what < 88) client.presence()
      else if (what < 91) client.goOffline(world.between(500, 12_000))
      else if (what < 93) client.reload()
      else if (what < 97) client.line?.link.cut()
      else if (what < 99) client.line?.link.silence()
      this.#live(client)
    })
  }

  #visit(visitor: WritingReader | Attacker): void {
    const { world } = this.town
    world.after(world.between(100, 1500), () => {
      if (!this.#isTrouble) return
      visitor.act()
      this.#visit(visitor)
    })
  }

  #trouble(): void {
    const { world, database, processes, rooms, rights } = this.town
    world.after(world.between(200, 2500), () => {
      if (!this.#isTrouble) return
      const process = world.pick(processes)
      const startAgain = (): unknown => world.after(world.between(200, 4000), () => process.start())
      const what = world.chance(100)
      if (what < 22) {
        process.kill()
        startAgain()
      } else if (what < 30) void process.stop().then(startAgain)
      else if (what < 42) database.goAway(world.between(20, 5000))
      else if (what < 52) database.hideNotices(world.between(500, 5000))
      else if (what < 70) this.#acts.decideAboutRoom(world.pick(rooms), world.pick(['open', 'open', 'frozen', 'sealed']))
      else if (what < 84) this.#acts.change(world.pick(rights), world.pick(['write', 'write', 'read', 'suggest']))
      else if (what < 90) this.#acts.end(world.pick(rights))
      this.#trouble()
    })
  }
}
