// Drafts: a stretch of text, with a place in the ledger for every UTF-16 unit.
import * as Y from 'yjs'
import type { Credits, Ledger } from './credits.js'

type Part = Readonly<{ at: number; ledger: Ledger; clock: number; len: number }>

/** Text that was inserted, removed or stands, with nothing visible between. `spent` marks what is settled. */
export class Stretch {
  readonly spent: Uint8Array
  constructor(
    readonly text: string,
    readonly parts: readonly Part[],
    /** The element around the text: two stretches of one block have the same. */
    readonly block: unknown,
  ) {
    this.spent = new Uint8Array(text.length)
  }

  /** The same with nothing settled, to be kept as a source for later. */
  fresh(): Stretch {
    return new Stretch(this.text, this.parts, this.block)
  }

  isFree(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.spent[at] !== 0) return false
    return true
  }

  /** The longest ranges of units that are not settled, from the left. */
  freeRanges(): { from: number; to: number }[] {
    const ranges: { from: number; to: number }[] = []
    for (let from = 0; from < this.text.length; from++) {
      if (this.spent[from] !== 0) continue
      let to = from
      while (to < this.text.length && this.spent[to] === 0) to++
      ranges.push({ from, to })
      from = to
    }
    return ranges
  }

  /** Calls for each piece of [from, to) that lies in one ledger. */
  #each(from: number, to: number, call: (ledger: Ledger, clock: number, at: number, len: number) => void): void {
    for (const { at, ledger, clock, len } of this.parts) {
      if (at + len <= from) continue
      if (at >= to) return
      const start = Math.max(at, from)
      call(ledger, clock + start - at, start, Math.min(at + len, to) - start)
    }
  }

  /**
   * Credits `len` units from `at` on as the units of `source` from `from` on are credited, and settles them.
   * With `copier`, they are marked as copied by it, except what is the copier's own.
   */
  creditAs(at: number, len: number, source: Stretch, from: number, copier = 0): void {
    const author = new Int32Array(len)
    const copiedBy = new Int32Array(len)
    source.#each(from, from + len, (ledger, clock, start, count) => {
      author.set(ledger.author.subarray(clock, clock + count), start - from)
      copiedBy.set(ledger.copiedBy.subarray(clock, clock + count), start - from)
    })
    if (copier > 0) for (let i = 0; i < len; i++) copiedBy[i] = author[i] === copier ? 0 : copier
    this.#each(at, at + len, (ledger, clock, start, count) => {
      ledger.author.set(author.subarray(start - at, start - at + count), clock)
      ledger.copiedBy.set(copiedBy.subarray(start - at, start - at + count), clock)
    })
    this.spent.fill(1, at, at + len)
  }
}

const isVisible = (item: Y.Item): boolean => !item.deleted && item.countable

/** The stretches that a set of text items forms: items of one text with nothing visible between are one stretch. */
export function stretchesOf(members: ReadonlySet<Y.Item>, credits: Credits): Stretch[] {
  const stretches: Stretch[] = []
  const seen = new Set<Y.Item>()
  for (const member of members) {
    if (seen.has(member)) continue
    let first = member
    for (let left = member.left; left !== null && (members.has(left) || !isVisible(left)); left = left.left) {
      if (members.has(left)) first = left
    }
    const items: Y.Item[] = []
    for (let item: Y.Item | null = first; item !== null && (members.has(item) || !isVisible(item)); item = item.right) {
      if (!members.has(item)) continue
      seen.add(item)
      items.push(item)
    }
    stretches.push(stretchOf(items, blockAround(member), credits))
  }
  return stretches
}

/** All visible text of one shared text. */
export function standing(text: Y.XmlText, credits: Credits): Stretch {
  const items: Y.Item[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) items.push(item)
  }
  return stretchOf(items, text.parent, credits)
}

const blockAround = (item: Y.Item): unknown => {
  const text = item.parent as Y.AbstractType<unknown>
  return text.parent ?? text
}

export function stretchOf(items: readonly Y.Item[], block: unknown, credits: Credits): Stretch {
  const parts: Part[] = []
  let text = ''
  for (const item of items) {
    parts.push({ at: text.length, ledger: credits.ledger(item.id.client), clock: item.id.clock, len: item.length })
    text += (item.content as Y.ContentString).str
  }
  return new Stretch(text, parts, block)
}
