// Drafts: from the shared text to plain data. A reader of our own that writes nothing and throws at nothing.
import * as Y from 'yjs'
import type { DraftJson, DraftMark, DraftNode } from './draft-json.js'
import type { NodeName } from './draft-nodes.js'
import { blockNames } from './draft-nodes.js'
import { type DraftFault, fittingAttrs, fittingContent, fittingMarks, isNodeName, type Report } from './fit.js'
import { EffectiveIds, walk } from './walk.js'

/** The root XML fragment of every text's document. */
export const draftRoot = 'default'

/** Deeper than this nothing is read: a list in a list in a table is 10. */
export const deepest = 64

export type DraftReading = Readonly<{ json: DraftJson; faults: readonly DraftFault[] }>

type Open = { name: NodeName; attrs: ReadonlyMap<string, unknown>; id: string | null; children: DraftNode[] }

/**
 * The text as it stands, from a document, its fragment, or one update that holds it all. Several texts side by side in
 * one block are one text; marks are sorted; equal neighbours are joined; ids are the effective ones (DR6). What the
 * shape does not allow is left out and told in `faults` (at most 100).
 */
export function readDraft(source: Y.XmlFragment | Uint8Array): DraftReading {
  const faults: DraftFault[] = []
  const root: Open = { name: 'doc', attrs: new Map(), id: null, children: [] }
  const open: Open[] = [root]
  const ids = new EffectiveIds()
  const top = (): Open => open[open.length - 1]!
  const report: Report = (kind, what) => {
    if (faults.length < 100) faults.push({ kind, block: open.findLast((each) => each.id !== null)?.id ?? null, what })
  }

  walk(fragmentOf(source), {
    enter(name, attrs, item) {
      if (!isNodeName(name) || name === 'doc' || name === 'text') {
        report('unknown-node', name.slice(0, 40))
        return false
      }
      if (open.length >= deepest) {
        report('too-deep', name)
        return false
      }
      open.push({ name, attrs, id: hasId.has(name) ? ids.of(attrs.get('id'), item) : null, children: [] })
      return true
    },
    leave() {
      const node = closed(top(), report)
      open.pop()
      if (node === null) report('misplaced-node', 'empty')
      else top().children.push(node)
    },
    text(text, formats) {
      if (takesText.has(top().name)) append(top().children, text, fittingMarks(formats, report))
      else report('stray-text', top().name)
    },
    other: () => report('unknown-node', 'embed'),
  })
  return { json: closed(root, report) as DraftJson, faults }
}

const hasId: ReadonlySet<string> = new Set(blockNames)
/** The blocks in which letters stand. */
export const takesText: ReadonlySet<string> = new Set<NodeName>(['paragraph', 'heading'])

function closed({ name, attrs, id, children }: Open, report: Report): DraftNode | null {
  const content = fittingContent(name, children, report)
  if (content === null) return null
  const fitting = fittingAttrs(name, attrs, id, report)
  return {
    type: name,
    ...(Object.keys(fitting).length > 0 ? { attrs: fitting } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

/** Text behind text of the same marks is the same piece: where a piece began is an accident of typing. */
function append(children: DraftNode[], text: string, marks: readonly DraftMark[]): void {
  const last = children[children.length - 1]
  if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
    children[children.length - 1] = { ...last, text: last.text! + text }
  } else {
    children.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text })
  }
}

const sameMarks = (a: readonly DraftMark[], b: readonly DraftMark[]): boolean =>
  a.length === b.length && a.every((mark, i) => mark.type === b[i]!.type && mark.attrs?.href === b[i]!.attrs?.href)

export function fragmentOf(source: Y.XmlFragment | Uint8Array): Y.XmlFragment {
  if (!(source instanceof Uint8Array)) return source
  const doc = new Y.Doc()
  Y.applyUpdate(doc, source)
  return doc.getXmlFragment(draftRoot)
}
