// Drafts: rule AT14. The text as it stands, read out as runs of one author.
import type * as Y from 'yjs'
import type { Author } from './author.js'
import type { Credits } from './credits.js'
import { blockNames } from './draft-nodes.js'
import { deepest, takesText } from './draft-doc.js'
import { isNodeName } from './fit.js'
import { EffectiveIds, walk } from './walk.js'

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
const hasId: ReadonlySet<string> = new Set(blockNames)

/** In document order; neighbours of one block differ in author or copier. */
export function creditedRuns(root: Y.XmlFragment, credits: Credits): CreditedRun[] {
  const runs: (CreditedRun & { to: number })[] = []
  const ids = new EffectiveIds()
  const open: { name: string; block: string | null; length: number }[] = [{ name: 'doc', block: null, length: 0 }]
  let last = { block: '', author: 0, copiedBy: 0 }
  walk(root, {
    enter(name, attrs, item) {
      if (!isNodeName(name) || name === 'doc' || name === 'text' || open.length >= deepest) return false
      open.push({ name, block: hasId.has(name) ? ids.of(attrs.get('id'), item) : null, length: 0 })
      return true
    },
    leave() {
      if (open.pop()!.name !== 'hardBreak') return
      // A line break stands between texts of its block and takes one place there, which is nobody's.
      open[open.length - 1]!.length++
      last = { block: '', author: 0, copiedBy: 0 }
    },
    text(text, _formats, client, clock) {
      const around = open[open.length - 1]!
      const { name, block, length } = around
      around.length += text.length
      if (block === null || !takesText.has(name)) return
      const { author, copiedBy } = credits.ledger(client, clock + text.length)
      for (let at = 0, end = 0; at < text.length; at = end) {
        const unit = { block, author: author[clock + at]!, copiedBy: copiedBy[clock + at]! }
        while (end < text.length && author[clock + end] === unit.author && copiedBy[clock + end] === unit.copiedBy)
          end++
        if (last.block === block && last.author === unit.author && last.copiedBy === unit.copiedBy) {
          runs[runs.length - 1]!.to = length + end
        } else {
          const copier = credits.author(unit.copiedBy)
          runs.push({
            block,
            from: length + at,
            to: length + end,
            ...(credits.author(unit.author) ?? nobody),
            copiedBy: copier === null ? null : { person: copier.person, mandate: copier.mandate },
          })
          last = unit
        }
      }
    },
    other: () => undefined,
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
  const ids = new EffectiveIds()
  const open: { name: string; block: string | null; length: number }[] = [{ name: 'doc', block: null, length: 0 }]
  let last = { place: '', client: -1, end: -1, author: 0, deletedBy: 0 }
  walk(root, {
    enter(name, attrs, item) {
      if (!isNodeName(name) || name === 'doc' || name === 'text' || open.length >= deepest) return false
      open.push({ name, block: hasId.has(name) ? ids.of(attrs.get('id'), item) : null, length: 0 })
      return true
    },
    leave() {
      if (open.pop()!.name === 'hardBreak') open[open.length - 1]!.length++
    },
    text: (text) => void (open[open.length - 1]!.length += text.length),
    removed(text, client, clock) {
      const { name, block, length } = open[open.length - 1]!
      const stands = block !== null && takesText.has(name)
      const place = stands ? `${block} ${length}` : ''
      const { author, deletedBy } = credits.ledger(client, clock + text.length)
      for (let at = 0, end = 0; at < text.length; at = end) {
        const unit = { author: author[clock + at]!, deletedBy: deletedBy[clock + at]! }
        while (end < text.length && author[clock + end] === unit.author && deletedBy[clock + end] === unit.deletedBy) end++
        const letters = text.slice(at, end)
        const isSame = last.author === unit.author && last.deletedBy === unit.deletedBy
        const follows = stands ? last.place === place : last.place === '' && last.client === client && last.end === clock + at
        if (isSame && follows) runs[runs.length - 1] = { ...runs[runs.length - 1]!, text: runs[runs.length - 1]!.text + letters }
        else {
          runs.push({
            ...(credits.author(unit.author) ?? nobody),
            block: stands ? block : null,
            at: stands ? length : null,
            text: letters,
            deletedBy: credits.author(unit.deletedBy) ?? nobody,
          })
        }
        last = { place, client, end: clock + end, ...unit }
      }
    },
    other: () => undefined,
  })
  return runs
}
