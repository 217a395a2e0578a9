// Drafts: what stands in a shared text now, block by block: the element, its letters, and where each of them comes from.
import * as Y from 'yjs'
import { deepest, takesText } from './draft-doc.js'
import { blockNames } from './draft-nodes.js'
import { isNodeName } from './fit.js'
import { EffectiveIds, walk } from './walk.js'

/** `at` counts UTF-16 units within the block; a line break takes one. */
export type Run = Readonly<{ at: number; text: string; client: number; clock: number }>

export type StandingBlock = Readonly<{ id: string; element: Y.XmlElement; runs: Run[] }>

const hasId: ReadonlySet<string> = new Set(blockNames)

/** By effective id (DR6), in document order; and the other way round. */
export function standingBlocks(root: Y.XmlFragment): {
  blocks: Map<string, StandingBlock>
  ids: Map<Y.XmlElement, string>
} {
  const blocks = new Map<string, StandingBlock>()
  const ids = new Map<Y.XmlElement, string>()
  const effective = new EffectiveIds()
  const open: { name: string; block: StandingBlock | null; length: number }[] = [{ name: 'doc', block: null, length: 0 }]
  walk(root, {
    enter(name, attrs, item) {
      if (!isNodeName(name) || name === 'doc' || name === 'text' || open.length >= deepest) return false
      let block: StandingBlock | null = null
      if (hasId.has(name)) {
        const element = (item.content as Y.ContentType).type as Y.XmlElement
        block = { id: effective.of(attrs.get('id'), item), element, runs: [] }
        blocks.set(block.id, block)
        ids.set(element, block.id)
      }
      open.push({ name, block, length: 0 })
      return true
    },
    leave() {
      if (open.pop()!.name === 'hardBreak') open[open.length - 1]!.length++
    },
    text(text, _formats, client, clock) {
      const around = open[open.length - 1]!
      if (around.block !== null && takesText.has(around.name)) {
        around.block.runs.push({ at: around.length, text, client, clock })
      }
      around.length += text.length
    },
    other: () => undefined,
  })
  return { blocks, ids }
}
