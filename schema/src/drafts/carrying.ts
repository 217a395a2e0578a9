// Drafts: what the server had to write anew, and which letters that were before. They stay their authors', and comments follow.
import * as Y from 'yjs'
import { Credits } from './credits.js'
import { matchRemoved } from './match-removed.js'
import { Effort } from './shared-parts.js'
import type { Run } from './standing.js'
import { Stretch } from './stretch.js'
import { editsBetween, tokensOf } from './tokens.js'

export type Fresh = Readonly<{ block: string; at: number; clock: number; len: number }>
type Carry = [clock: number, len: number, oldClient: number, oldClock: number]

/**
 * Letters of one update under a client id of the server, from `from` on, against letters that it removed. A letter in a
 * block that was there before is looked for there first, word by word; all else by the rules for removed text (AT5, AT6).
 */
export class Carrying {
  readonly #client: number
  readonly #from: number
  readonly #deletions: Map<number, { clock: number; len: number }[]>
  readonly #taken = new Map<string, readonly Run[]>()
  readonly #had = new Map<string, readonly Run[]>()
  /** Every removed letter by its number, which stands in the ledger where an author would. */
  readonly #gone: { client: number; clock: number }[] = []
  readonly #ledgers = new Credits()

  constructor(update: Uint8Array, client: number, from: number) {
    this.#client = client
    this.#from = from
    this.#deletions = Y.decodeUpdate(update).ds.clients
  }

  /** What a block of the text after it holds. */
  took(block: string, runs: readonly Run[]): void {
    // What goes on where the server wrote before is one item with it by now.
    this.#taken.set(block, runs.flatMap((run) => this.#cut(run)))
  }

  #cut(run: Run): Run[] {
    const before = this.#from - run.clock
    if (run.client !== this.#client || before <= 0 || before >= run.text.length) return [run]
    return [
      { ...run, text: run.text.slice(0, before) },
      { ...run, at: run.at + before, text: run.text.slice(before), clock: this.#from },
    ]
  }

  /** What one of the text before it held. */
  had(block: string, runs: readonly Run[]): void {
    this.#had.set(block, runs)
  }

  settle(): { carry: Carry[]; fresh: Fresh[] } {
    const sources = new Map([...this.#had].map(([block, runs]) => [block, this.#stretches(runs.flatMap((run) => this.#gonePieces(run)), `had ${block}`)]))
    const targets = new Map([...this.#taken].map(([block, runs]) => [block, this.#stretches(runs.filter((run) => this.#isFresh(run)), block)]))
    for (const block of targets.keys()) this.#matchInPlace(block, targets.get(block)!, sources.get(block) ?? [])
    matchRemoved([...targets.values()].flat().map(({ stretch }) => stretch), [...sources.values()].flat().map(({ stretch }) => stretch), new Effort())
    const carry: Carry[] = []
    const fresh: Fresh[] = []
    const { author } = this.#ledgers.ledger(this.#client)
    for (const [block, runs] of this.#taken) {
      for (const { at, text, clock } of runs.filter((run) => this.#isFresh(run))) this.#tell(block, at, clock, text.length, author, carry, fresh)
    }
    return { carry, fresh }
  }

  #tell(block: string, at: number, clock: number, length: number, author: Int32Array, carry: Carry[], fresh: Fresh[]): void {
    for (let i = 0, end = 0; i < length; i = end) {
      const old = this.#gone[(author[clock + i] ?? 0) - 1]
      const goesOn = (): boolean => {
        const next = this.#gone[(author[clock + end] ?? 0) - 1]
        if (old === undefined || next === undefined) return old === next
        return next.client === old.client && next.clock === old.clock + end - i
      }
      do end++
      while (end < length && goesOn())
      if (old === undefined) fresh.push({ block, at: at + i, clock: clock + i, len: end - i })
      else carry.push([clock + i, end - i, old.client, old.clock])
    }
  }

  #isFresh({ client, clock }: Run): boolean {
    return client === this.#client && clock >= this.#from
  }

  /** What of a run was removed. */
  #gonePieces({ at, text, client, clock }: Run): Run[] {
    const pieces: Run[] = []
    for (const { clock: from, len } of this.#deletions.get(client) ?? []) {
      const [start, end] = [Math.max(from, clock), Math.min(from + len, clock + text.length)]
      if (start < end) pieces.push({ at: at + start - clock, text: text.slice(start - clock, end - clock), client, clock: start })
    }
    return pieces.sort((a, b) => a.at - b.at)
  }

  /** Runs that touch are one stretch; removed ones get their numbers. */
  #stretches(runs: readonly Run[], block: unknown): { at: number; stretch: Stretch }[] {
    const found: { at: number; runs: Run[]; end: number }[] = []
    for (const run of runs) {
      const last = found.at(-1)
      if (last?.end === run.at) last.runs.push(run)
      else found.push({ at: run.at, runs: [run], end: run.at })
      found.at(-1)!.end = run.at + run.text.length
    }
    return found.map(({ at, runs: own }) => {
      const parts = own.map((run) => {
        const ledger = this.#ledgers.ledger(run.client, run.clock + run.text.length)
        if (!this.#isFresh(run)) {
          for (let i = 0; i < run.text.length; i++) ledger.author[run.clock + i] = this.#gone.push({ client: run.client, clock: run.clock + i })
        }
        return { at: run.at - at, ledger, clock: run.clock, len: run.text.length }
      })
      return { at, stretch: new Stretch(own.map(({ text }) => text).join(''), parts, block) }
    })
  }

  /** A block that was made anew under its old id: word by word, however short. */
  #matchInPlace(block: string, targets: readonly { at: number; stretch: Stretch }[], sources: readonly { at: number; stretch: Stretch }[]): void {
    if (targets.length === 0 || sources.length === 0) return
    const whole = (runs: readonly Run[]) => {
      const parts: (string | null)[] = []
      let end = 0
      for (const { at, text } of runs) {
        for (; end < at; end++) parts.push(null)
        parts.push(text)
        end = at + text.length
      }
      return tokensOf(parts)
    }
    let [from, to] = [0, 0]
    for (const { kind, text } of editsBetween(whole(this.#had.get(block)!), whole(this.#taken.get(block)!))) {
      if (kind === 'same') {
        for (let i = 0; i < text.length; i++) settleUnit(targets, to + i, sources, from + i)
      }
      if (kind !== 'in') from += text.length
      if (kind !== 'out') to += text.length
    }
  }
}

/** Where both are still open: a letter that stood and stands is neither fresh nor gone. */
function settleUnit(targets: readonly { at: number; stretch: Stretch }[], at: number, sources: readonly { at: number; stretch: Stretch }[], from: number): void {
  const holds = (place: number) => (one: { at: number; stretch: Stretch }): boolean => one.at <= place && place < one.at + one.stretch.text.length
  const target = targets.find(holds(at))
  const source = sources.find(holds(from))
  if (target === undefined || source === undefined) return
  target.stretch.creditAs(at - target.at, 1, source.stretch, from - source.at)
  source.stretch.spent[from - source.at] = 1
}
