// Drafts: rule AT14. The text as it stands, read out as runs of one author.
import type * as Y from 'yjs'
import type { Author } from './author.js'
import type { Credits } from './credits.js'
import { walkLetters } from './standing.js'

/**
 * A piece of one block and who it is credited to. Offsets are UTF-16 units within the block, as the editor counts them:
 * a line break is one.
 */
export type CreditedRun = Author &
  Readonly<{
    block: string
    from: number
    to: number
    /** Who brought a copy of text that somebody else wrote first; null where it was not copied. */
    copiedBy: Pick<Author, 'person' | 'mandate'> | null
  }>

/** Text that came in no row that was fed: it cannot happen, and if it does nobody vouches for it. */
const nobody: Author = { person: null, mandate: null, source: 'import' }

/** In document order; neighbours of one block differ in author or copier. */
export function creditedRuns(root: Y.XmlFragment, credits: Credits): CreditedRun[] {
  const runs: (CreditedRun & { to: number })[] = []
  const none = { block: '', author: 0, copiedBy: 0 }
  let last = none
  walkLetters(root, {
    // A line break takes one place, which is nobody's.
    lineBreak: () => void (last = none),
    letters(block, { at: from, text, client, clock }) {
      const { author, copiedBy } = credits.ledger(client, clock + text.length)
      for (let at = 0, end = 0; at < text.length; at = end) {
        const unit = { block, author: author[clock + at]!, copiedBy: copiedBy[clock + at]! }
        while (end < text.length && author[clock + end] === unit.author && copiedBy[clock + end] === unit.copiedBy)
          end++
        if (last.block === block && last.author === unit.author && last.copiedBy === unit.copiedBy) {
          runs[runs.length - 1]!.to = from + end
        } else {
          const copier = credits.author(unit.copiedBy)
          runs.push({
            block,
            from: from + at,
            to: from + end,
            ...(credits.author(unit.author) ?? nobody),
            copiedBy: copier === null ? null : { person: copier.person, mandate: copier.mandate },
          })
          last = unit
        }
      }
    },
  })
  return runs
}

/**
 * A piece of text that was deleted: who had written it and who deleted it first (AT11). `block` and `at` say where in the
 * text of now it stood; null where its block is gone.
 */
export type RemovedRun = Author & Readonly<{ block: string | null; at: number | null; text: string; deletedBy: Author }>

/** In document order; neighbours differ in author or deleter. Needs a document that keeps what was deleted. */
export function removedRuns(root: Y.XmlFragment, credits: Credits): RemovedRun[] {
  const runs: RemovedRun[] = []
  let last = { place: '', client: -1, end: -1, author: 0, deletedBy: 0 }
  walkLetters(root, {
    removed(block, { at: stood, text, client, clock }) {
      const place = block === null ? '' : `${block} ${stood}`
      const { author, deletedBy } = credits.ledger(client, clock + text.length)
      for (let at = 0, end = 0; at < text.length; at = end) {
        const unit = { author: author[clock + at]!, deletedBy: deletedBy[clock + at]! }
        while (end < text.length && author[clock + end] === unit.author && deletedBy[clock + end] === unit.deletedBy) end++
        const letters = text.slice(at, end)
        const isSame = last.author === unit.author && last.deletedBy === unit.deletedBy
        const follows = last.place === place && (block !== null || (last.client === client && last.end === clock + at))
        const before = runs.at(-1)
        if (isSame && follows && before !== undefined) runs[runs.length - 1] = { ...before, text: before.text + letters }
        else {
          runs.push({
            ...(credits.author(unit.author) ?? nobody),
            block,
            at: block === null ? null : stood,
            text: letters,
            deletedBy: credits.author(unit.deletedBy) ?? nobody,
          })
        }
        last = { place, client, end: clock + end, ...unit }
      }
    },
  })
  return runs
}
