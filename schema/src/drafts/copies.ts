// Drafts: rule AT8. Where a long piece of inserted text already stood in the room.
import * as Y from 'yjs'
import type { Credits } from './credits.js'
import { type Effort, GramIndex, type Shared, sharedParts } from './shared-parts.js'
import { standing, type Stretch } from './stretch.js'

/** Shorter than this nothing is called a copy; where it is only a part of what was inserted, from `part` on. */
const copy = { least: 20, words: 3, part: 40, share: 0.8 }

/** What stands and what stood in a room, indexed by grams and brought up to date only when something is looked for. */
export class RoomTexts {
  readonly #dirty = new Set<Y.XmlText>()
  readonly #now = new Map<Y.XmlText, Stretch>()
  readonly #index = new GramIndex(12, 8)

  /** The visible text of this type may have changed. */
  changed(type: unknown): void {
    if (type instanceof Y.XmlText) this.#dirty.add(type)
  }

  /** Text that was removed at once; it stays a source for ever. */
  removed(stretch: Stretch): void {
    if (stretch.text.length >= copy.least) this.#index.add(stretch)
  }

  /** To be called before an update with an insertion this long is applied: nothing is a copy of itself. */
  refresh(credits: Credits): void {
    for (const type of this.#dirty) {
      const before = this.#now.get(type)
      const now = standing(type, credits)
      if (before !== undefined) this.#index.remove(before)
      this.#index.add(now)
      this.#now.set(type, now)
    }
    this.#dirty.clear()
  }

  /** Parts of the target that are copies of what stood before the last refresh. */
  copiesIn(target: Stretch, effort: Effort): Shared[] {
    const enough = copy.share * target.text.length
    return sharedParts(target, this.#index, copy, effort).filter(({ len }) => len >= copy.part || len >= enough)
  }
}

/** Insertions shorter than this are never looked up. */
export const shortestCopy = copy.least
