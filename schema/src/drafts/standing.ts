// Drafts: the letters of a shared text where they stand: in which block, how far into it, and whose Yjs ids they have.
import * as Y from 'yjs'
import { deepest, takesText } from './draft-doc.js'
import { blockNames } from './draft-nodes.js'
import { isNodeName } from './fit.js'
import { EffectiveIds, walk } from './walk.js'

/** `at` counts UTF-16 units within the block, as the editor counts them; a line break takes one. */
export type Run = Readonly<{ at: number; text: string; client: number; clock: number }>

export type LettersVisitor = Readonly<{
  block?(id: string, element: Y.XmlElement): void
  /** Letters that a reader sees, in a block that has a name (DR6). */
  letters?(block: string, run: Run): void
  lineBreak?(): void
  /** Letters that were deleted; `block` is null where their block is gone. */
  removed?(block: string | null, run: Run): void
}>

const hasId: ReadonlySet<string> = new Set(blockNames)

/** In document order. */
export function walkLetters(root: Y.XmlFragment, visitor: LettersVisitor): void {
  const effective = new EffectiveIds()
  const open: { name: string; block: string | null; length: number }[] = [{ name: 'doc', block: null, length: 0 }]
  const placed = ({ name, block }: { name: string; block: string | null }): string | null => (takesText.has(name) ? block : null)
  walk(root, {
    enter(name, attrs, item) {
      if (!isNodeName(name) || name === 'doc' || name === 'text' || open.length >= deepest) return false
      const block = hasId.has(name) ? effective.of(attrs.get('id'), item) : null
      if (block !== null) visitor.block?.(block, (item.content as Y.ContentType).type as Y.XmlElement)
      open.push({ name, block, length: 0 })
      return true
    },
    leave() {
      if (open.pop()!.name !== 'hardBreak') return
      open[open.length - 1]!.length++
      visitor.lineBreak?.()
    },
    text(text, _formats, client, clock) {
      const around = open[open.length - 1]!
      const block = placed(around)
      if (block !== null) visitor.letters?.(block, { at: around.length, text, client, clock })
      around.length += text.length
    },
    ...(visitor.removed && {
      removed(text: string, client: number, clock: number) {
        const around = open[open.length - 1]!
        visitor.removed!(placed(around), { at: around.length, text, client, clock })
      },
    }),
    other: () => undefined,
  })
}

export type StandingBlock = Readonly<{ id: string; element: Y.XmlElement; runs: Run[] }>

/** By effective id (DR6), in document order; and the other way round. */
export function standingBlocks(root: Y.XmlFragment): {
  blocks: Map<string, StandingBlock>
  ids: Map<Y.XmlElement, string>
} {
  const blocks = new Map<string, StandingBlock>()
  const ids = new Map<Y.XmlElement, string>()
  walkLetters(root, {
    block(id, element) {
      blocks.set(id, { id, element, runs: [] })
      ids.set(element, id)
    },
    letters: (block, run) => void blocks.get(block)!.runs.push(run),
  })
  return { blocks, ids }
}
