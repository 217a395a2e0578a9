// Collab: who wrote what, asked of the worker that replays the log, and kept for as long as nobody writes on.
import type { CreditedRun, RemovedRun } from '@faellesrum/schema/drafts'
import type { LogRow, RoomHead, RoomName } from '@faellesrum/schema/rooms'
import type { Helper } from './helper.js'

/** Letters of all the texts whose answers are kept; a run is some 10 letters long and 200 bytes large. */
const mostLetters = 2_000_000
/** Rows that go to the worker at once, and their bytes: it answers others between two such pages. */
const pageRows = 250
const pageBytes = 1024 * 1024

type Answer = Readonly<{ seq: number; runs: readonly CreditedRun[] }>
type Removed = Readonly<{ seq: number; runs: readonly RemovedRun[] }>
type Kept = { epoch: number; answer: Answer | null; letters: number; busy: Promise<unknown> }

export class AttributionCache {
  readonly #helper: Helper
  readonly #rows: (head: RoomHead, afterSeq: number) => AsyncIterable<LogRow>
  readonly #rooms = new Map<RoomName, Kept>()
  #looks = 0

  /** `rows` reads the log up to the head that was asked for. */
  constructor(helper: Helper, rows: (head: RoomHead, afterSeq: number) => AsyncIterable<LogRow>) {
    this.#helper = helper
    this.#rows = rows
  }

  /** The runs at least up to this head. Those who ask at once share the work. */
  async of(head: RoomHead): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly CreditedRun[] }> {
    const { seq, runs } = await this.#inTurn(head, (one) => this.#upTo(head, one))
    this.#forget()
    return { seq, version: 'attribution:v1', runs }
  }

  /** The runs at exactly this head, whatever was written since: replayed from the beginning, and not kept. */
  async at(head: RoomHead): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly CreditedRun[] }> {
    const { seq, runs } = await this.#replayed<Answer>(head, `${head.room}@${++this.#looks}`, 'runs', true)
    return { seq, version: 'attribution:v1', runs }
  }

  /** What was deleted, at least up to this head. */
  async removed(head: RoomHead): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly RemovedRun[] }> {
    const { seq, runs } = await this.#inTurn(head, () => this.#replayed<Removed>(head, head.room, 'removed'))
    return { seq, version: 'attribution:v1', runs }
  }

  #inTurn<Result>(head: RoomHead, look: (one: Kept) => Promise<Result>): Promise<Result> {
    const one = this.#keptFor(head)
    const work = one.busy.then(() => look(one))
    // Whoever comes next waits for this one, and is not told of its failure.
    one.busy = work.catch(() => {})
    return work
  }

  #keptFor({ room, epoch }: RoomHead): Kept {
    const known = this.#rooms.get(room)
    const one = known?.epoch === epoch ? known : { epoch, answer: null, letters: 0, busy: known?.busy ?? Promise.resolve() }
    // The map's order is that of use: what was not asked for longest goes first.
    this.#rooms.delete(room)
    this.#rooms.set(room, one)
    return one
  }

  #forget(): void {
    let letters = [...this.#rooms.values()].reduce((sum, one) => sum + one.letters, 0)
    for (const one of this.#rooms.values()) {
      if (letters <= mostLetters) return
      letters -= one.letters
      one.letters = 0
      one.answer = null
    }
  }

  async #upTo(head: RoomHead, one: Kept): Promise<Answer> {
    if (one.answer !== null && one.answer.seq >= head.nextSeq - 1) return one.answer
    one.answer = await this.#replayed<Answer>(head, head.room, 'runs')
    one.letters = one.answer.runs.reduce((sum, { from, to }) => sum + to - from, 0)
    return one.answer
  }

  /** The worker keeps replays by name, and goes on with one that it has. */
  async #replayed<Wanted extends { seq: number }>(head: RoomHead, room: string, kind: 'runs' | 'removed', isForgotten = false): Promise<Wanted> {
    const seq = await this.#helper.ask<number>({ kind: 'hold', room, epoch: head.epoch })
    try {
      for await (const rows of pagesOf(this.#rows(head, seq))) {
        const sent = rows.map(({ seq: number, sender, authors, updates }) => ({
          seq: number,
          sender,
          authors,
          count: updates.length,
        }))
        await this.#helper.ask({ kind: 'feed', room, rows: sent }, rows.flatMap(({ updates }) => updates))
      }
      const answer = await this.#helper.ask<Wanted>({ kind, room })
      // Made anew meanwhile, without words that had to go: then this is nobody's text any more.
      if (answer.seq < head.nextSeq - 1) throw new Error(`the log of ${head.room} ends at row ${answer.seq}`)
      return answer
    } finally {
      // Where the worker died nothing is held any more.
      await this.#helper.ask({ kind: 'let-go', room, isForgotten }).catch(() => {})
    }
  }
}

async function* pagesOf(log: AsyncIterable<LogRow>): AsyncIterable<readonly LogRow[]> {
  let rows: LogRow[] = []
  let bytes = 0
  for await (const row of log) {
    rows.push(row)
    bytes += row.updates.reduce((sum, { length }) => sum + length, 0)
    if (rows.length < pageRows && bytes < pageBytes) continue
    yield rows
    rows = []
    bytes = 0
  }
  if (rows.length > 0) yield rows
}
