// Drafts: the ledger of attribution. Per client of a document, growing typed arrays with one place per clock.
import { type Author, authorKey, personKey } from './author.js'

/** What is known of each clock of one client. Numbers are those of `Credits`; 0 is nobody. */
export class Ledger {
  author = new Int32Array(64)
  copiedBy = new Int32Array(64)
  deletedBy = new Int32Array(64)
  /** When, in removals counted over the whole room. */
  deletedAt = new Int32Array(64)

  /** Makes room for all clocks below `end`. */
  reach(end: number): void {
    if (end <= this.author.length) return
    const size = Math.max(end, 2 * this.author.length)
    this.author = grown(this.author, size)
    this.copiedBy = grown(this.copiedBy, size)
    this.deletedBy = grown(this.deletedBy, size)
    this.deletedAt = grown(this.deletedAt, size)
  }
}

const grown = (old: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> => {
  const next = new Int32Array(size)
  next.set(old)
  return next
}

/** All ledgers of a room, and the authors whose numbers stand in them. */
export class Credits {
  readonly #ledgers = new Map<number, Ledger>()
  readonly #authors: Author[] = []
  readonly #persons: string[] = []
  readonly #numbers = new Map<string, number>()

  ledger(client: number, end = 0): Ledger {
    let ledger = this.#ledgers.get(client)
    if (ledger === undefined) this.#ledgers.set(client, (ledger = new Ledger()))
    ledger.reach(end)
    return ledger
  }

  number(author: Author): number {
    const key = authorKey(author)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#authors.push(author)
      this.#persons.push(personKey(author))
      this.#numbers.set(key, number)
    }
    return number
  }

  author(number: number): Author | null {
    return this.#authors[number - 1] ?? null
  }

  /** One human under two mandates is two authors and one person. */
  samePerson(a: number, b: number): boolean {
    return a > 0 && b > 0 && this.#persons[a - 1] === this.#persons[b - 1]
  }
}
