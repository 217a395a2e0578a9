// Collab, simulation: one run of one seed. Everything goes wrong for a while; then it is made well, and all must agree.
import { Acts } from './acts.js'
import type { Client } from './client.js'
import { OurClient } from './our-client.js'
import { StockClient } from './stock-client.js'
import { type Lies, Town } from './town.js'
import { Attacker, WritingReader } from './visitors.js'
import { World } from './world.js'

const troubleMs = 18_000
/** Enough for every silent line to be noticed, on both sides. */
const recoveryMs = 68_000

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
    // State vectors know no deletions: whoever was away meanwhile has all the text there is, and one letter too many.
    const [mine, ...others] = this.#clients.filter((client) => !client.isStopped) as [Client, ...Client[]]
    for (const other of others) world.after(55_000, () => other.goOffline(world.between(1500, 3000)))
    world.after(55_500, () => mine?.deleteOne())
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
    const { world, processes } = this.town
    world.after(world.between(200, 2500), () => {
      if (!this.#isTrouble) return
      const process = world.pick(processes)
      const startAgain = (): unknown => world.after(world.between(200, 4000), () => process.start())
      const what = world.chance(100)
      if (what < 20) {
        process.kill()
        startAgain()
      } else if (what < 28) void process.stop().then(startAgain)
      else if (what < 40) this.town.database.goAway(world.between(20, 5000))
      else if (what < 52) this.#hideNotices()
      else if (what < 64) this.#decideAboutRoom()
      else if (what < 76) this.#acts.write(world.pick(this.town.rooms))
      else for (let times = world.between(1, 3); times > 0; times--) this.#decideAboutSomebody()
      this.#trouble()
    })
  }

  /** Whatever is decided meanwhile takes effect in time all the same. */
  #hideNotices(): void {
    const { world, database } = this.town
    database.hideNotices(world.between(500, 6000))
    if (world.odds(70)) world.after(world.between(0, 800), () => this.#decideAboutSomebody())
  }

  /** Often shut for a moment only: what was under way comes again. */
  #decideAboutRoom(): void {
    const { world, rooms } = this.town
    const room = world.pick(rooms)
    this.#acts.decideAboutRoom(room, world.pick(['open', 'frozen', 'frozen', 'sealed']))
    if (world.odds(60)) world.after(world.between(300, 3500), () => this.#acts.decideAboutRoom(room, 'open', false))
  }

  #decideAboutSomebody(): void {
    const { world, rights } = this.town
    const right = world.pick(rights)
    if (world.odds(20)) this.#acts.end(right)
    else if (world.odds(10) && right.person !== null) this.#acts.close(right.room, right)
    else this.#acts.change(right, world.pick(['write', 'write', 'read', 'suggest']))
  }
}
