// The probes: honest people with the unmodified client from npm, who write on while something goes on beside them.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { writeSomething } from '../src/testing/writers.js'
import type { Ground, Person } from './ground.js'
import { type Bar, bar, until } from './probe.js'

export class Honest {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly person: Person
  /** Of anything that came and was applied. */
  longestApplyMs = 0
  readonly closes: number[] = []
  readonly #refresh: NodeJS.Timeout

  private constructor(person: Person, provider: (doc: Y.Doc) => WebsocketProvider, pass: () => Promise<string>) {
    this.person = person
    let began = 0
    this.doc.on('beforeAllTransactions', () => (began = performance.now()))
    this.doc.on('afterAllTransactions', () => {
      this.longestApplyMs = Math.max(this.longestApplyMs, performance.now() - began)
    })
    this.provider = provider(this.doc)
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closes.push(event.code)
    })
    // A stock client comes back with the pass that it has.
    this.#refresh = setInterval(() => void pass().then((fresh) => (this.provider.params = { pass: fresh })), 45_000)
  }

  static async enter(ground: Ground, room: string, name: string): Promise<Honest> {
    const person = await ground.person(name)
    const pass = (): Promise<string> => ground.pass(person, room)
    const params = { pass: await pass() }
    const honest = new Honest(
      person,
      (doc) =>
        new WebsocketProvider(ground.collab.url, room, doc, { params, WebSocketPolyfill: WebSocket as never, disableBc: true }),
      pass,
    )
    if (!(await until(() => honest.provider.synced))) throw new Error(`${name} did not come in`)
    return honest
  }

  write(chance: (below: number) => number): void {
    writeSomething(this.doc, chance)
  }

  leave(): void {
    clearInterval(this.#refresh)
    this.provider.destroy()
    this.doc.destroy()
  }
}

const isSame = (a: Y.Doc, b: Y.Doc): boolean =>
  Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) && a.getXmlFragment('default').toString() === b.getXmlFragment('default').toString()

const isWhole = ({ store }: Y.Doc): boolean => store.pendingStructs === null && store.pendingDs === null

/** The log, applied update by update to a document of nobody's, row by row as it grows. */
export class Replay {
  readonly doc = new Y.Doc()
  rows = 0
  /** Rows that throw, or leave something pending. */
  broken = 0
  longestApplyMs = 0
  readonly #ground: Ground
  readonly #room: string

  constructor(ground: Ground, room: string) {
    this.#ground = ground
    this.#room = room
  }

  async readOn(): Promise<void> {
    for (const { updates } of (await this.#ground.rowsAfter(this.#room, this.rows)).values()) {
      this.rows += 1
      try {
        for (const update of updates) {
          const began = performance.now()
          Y.applyUpdate(this.doc, update)
          this.longestApplyMs = Math.max(this.longestApplyMs, performance.now() - began)
        }
        if (!isWhole(this.doc)) this.broken += 1
      } catch {
        this.broken += 1
      }
    }
  }
}

/** Everybody writes once more, hears everybody, and has the text that the log makes; and so does whoever comes now. */
export async function agree(ground: Ground, room: string, honest: readonly Honest[], chance: (below: number) => number): Promise<Bar[]> {
  for (const one of honest) for (let i = 0; i < 3; i++) one.write(chance)
  const replay = async (): Promise<Y.Doc> => {
    const fresh = new Replay(ground, room)
    await fresh.readOn()
    if (fresh.broken > 0) throw new Error(`${fresh.broken} rows of the log break a fresh document`)
    // What a snapshot would be made of, read again.
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.encodeStateAsUpdate(fresh.doc))
    return again
  }
  let log: Y.Doc | null = null
  const isOneText = async (): Promise<boolean> => {
    log = await replay()
    return honest.every(({ doc }) => isWhole(doc) && isSame(doc, log!))
  }
  const hasConverged = await until(isOneText)
  const late = await Honest.enter(ground, room, 'Solvej')
  const lateSees = await until(async () => isSame(late.doc, await replay()))
  late.leave()
  const away = honest.filter(({ provider }) => !provider.wsconnected).length
  return [
    bar('honest editors converge, and with the log', hasConverged && away === 0, `${honest.length} editors, ${away} away`),
    bar('the document reloads, and whoever comes now has it', lateSees, lateSees ? 'yes' : 'no'),
  ]
}

export function stillThere(ground: Ground): Bar {
  const { faults } = ground.collab
  return bar('exits and uncaught errors: 0', faults.length === 0, faults.join(', ') || '0')
}
