// Collab: where the items of one update come to stand, for an update that touches the children of elements. What no
// editor could bear there is refused: once it were in the log, nobody could open the text any more.
import { malformed } from './byte-reader.js'
import { Children, child, type ChildList, listOf, listWithin } from './children.js'
import type { Knowledge } from './knowledge.js'

/** What an item is, as far as its neighbours care; `type`: one of Yjs' other types, which may lie within one another too. */
export type Placed = 'element' | 'text' | 'type' | 'gone' | 'other'

/** Put beside something, into something, or into the root of the text. */
export type Beside = 'sibling' | 'parent' | 'root' | 'elsewhere'

/** One whose neighbour stands further on in the update, so that it is not known yet where that stands. */
type Unplaced = {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly what: Placed
  readonly ofClient: number
  readonly ofClock: number
  readonly beside: Beside
  isPlaced: boolean
}

export class Placing {
  /** What has been placed by this update. */
  readonly children = new Children()
  readonly #room: Knowledge
  readonly #nesting: number
  /** Some type lies elsewhere: nobody knows how deep, and no editor puts any there. */
  #isLoose = false
  /** How deep the list lies that was found last. */
  #depth = 0
  readonly #unplaced = new Map<number, Unplaced[]>()

  constructor(room: Knowledge, nesting: number) {
    this.#room = room
    this.#nesting = nesting
  }

  /** The items of a client come in the order of their clocks. `isUnread`: its neighbour comes later in the update. */
  take(client: number, from: number, to: number, what: Placed, ofClient: number, ofClock: number, beside: Beside, isUnread: boolean): void {
    if (!isUnread && this.#unplacedAt(ofClient, ofClock) === undefined) {
      return this.#put(client, from, to, what, ofClient, ofClock, beside)
    }
    const one = { client, from, to, what, ofClient, ofClock, beside, isPlaced: false }
    const list = this.#unplaced.get(client)
    if (list === undefined) this.#unplaced.set(client, [one])
    else list.push(one)
  }

  /** Once all is read, and known to hang together without a ring. */
  settle(): void {
    for (const list of this.#unplaced.values()) {
      for (const one of list) {
        const path = [one]
        for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
          const needed = this.#unplacedAt(last.ofClient, last.ofClock)
          if (!last.isPlaced && needed !== undefined && !needed.isPlaced) {
            path.push(needed)
            continue
          }
          if (!last.isPlaced) this.#put(last.client, last.from, last.to, last.what, last.ofClient, last.ofClock, last.beside)
          last.isPlaced = true
          path.pop()
        }
      }
    }
    if (this.#isLoose) throw malformed
  }

  /** What whoever sends it has forgotten already. */
  collect(client: number, from: number, to: number): void {
    this.children.put(client, from, to, child.collected, 0)
  }

  #listFor(client: number, clock: number, beside: Beside): ChildList {
    this.#depth = 1
    if (beside === 'root') return 'root'
    if (beside === 'elsewhere') return null
    const children = this.children.kindOf(client, clock) === child.none ? this.#room.children : this.children
    const kind = children.kindOf(client, clock)
    this.#depth = children.depthOf(client, clock) + (beside === 'sibling' ? 0 : 1)
    return beside === 'sibling' ? listOf(kind) : listWithin(kind)
  }

  #put(client: number, from: number, to: number, what: Placed, ofClient: number, ofClock: number, beside: Beside): void {
    const list = this.#listFor(ofClient, ofClock, beside)
    const isType = what === 'element' || what === 'text' || what === 'type'
    if (list === 'collected') return this.collect(client, from, to)
    if (list === null) {
      if (isType) this.#isLoose = true
      return
    }
    if (isType && this.#depth > this.#nesting) throw malformed
    const isRoot = list === 'root'
    const depth = this.#depth
    if (what === 'element') this.children.put(client, from, to, isRoot ? child.rootElement : child.element, depth)
    else if (what === 'gone') this.children.put(client, from, to, isRoot ? child.rootGone : child.gone, depth)
    else if (what === 'text' && !isRoot) this.children.put(client, from, to, child.text, depth)
    // Where the root is plain text, which no editor of ours opens, letters may stand in it.
    else if (!isRoot || this.#room.children.hasElements || this.children.hasElements) throw malformed
  }

  #unplacedAt(client: number, clock: number): Unplaced | undefined {
    const list = this.#unplaced.get(client)
    if (list === undefined) return undefined
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (list[middle]!.to <= clock) low = middle + 1
      else high = middle
    }
    const one = list[low]
    return one !== undefined && one.from <= clock ? one : undefined
  }
}
