// Drafts: where words went that somebody parted or moved. Yjs knows no moving: they are deleted here and written there.
import type { ResolvedPos } from '@tiptap/pm/model'
import * as Y from 'yjs'

type Place = Readonly<{ text: Y.XmlText; index: number }>

/** So many letters around the caret say that these are the same words. */
const enough = 8
const looked = 40

/** The place among the words of this transaction that has the same words around it; null where none has enough. */
export function placeAmongNew({ parent, parentOffset }: ResolvedPos, fragment: Y.XmlFragment, transaction: Y.Transaction): Place | null {
  if (!parent.isTextblock) return null
  const words = parent.textBetween(0, parent.content.size, undefined, '\ufffc')
  const [before, after] = [words.slice(0, parentOffset), words.slice(parentOffset)]
  let best: Place | null = null
  let most = 0
  for (const node of fragment.createTreeWalker((type: unknown) => type instanceof Y.XmlText)) {
    const text = node as Y.XmlText
    const { letters, isNew } = lettersOf(text, transaction)
    for (let index = 0; index <= letters.length; index++) {
      if (isNew[index - 1] !== true && isNew[index] !== true) continue
      const left = sameEnd(before, letters.slice(0, index))
      const right = sameStart(after, letters.slice(index))
      const isAllOfIt = left === index && right === letters.length - index
      if (left + right <= most || !(left + right >= enough || isAllOfIt)) continue
      most = left + right
      best = { text, index }
    }
  }
  return best
}

function lettersOf(text: Y.XmlText, { beforeState }: Y.Transaction): { letters: string; isNew: boolean[] } {
  let letters = ''
  const isNew: boolean[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    letters += item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length)
    const since = item.id.clock >= (beforeState.get(item.id.client) ?? 0)
    for (let n = 0; n < item.length; n++) isNew.push(since)
  }
  return { letters, isNew }
}

function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length, looked)
  let n = 0
  while (n < most && one[n] === other[n]) n++
  return n
}

function sameEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length, looked)
  let n = 0
  while (n < most && one[one.length - 1 - n] === other[other.length - 1 - n]) n++
  return n
}
