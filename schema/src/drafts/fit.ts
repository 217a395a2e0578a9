// Drafts: what of a shared text fits the shape. Whoever may write can put anything into the shared types; the record
// takes what the shape allows, says what it left out, and never throws.
import { Fragment, type NodeType } from 'prosemirror-model'
import type { AttrValue, DraftMark, DraftNode } from './draft-json.js'
import { draftMarks, draftNodes, draftSchema, headingLevels, type MarkName, type NodeName } from './draft-nodes.js'
import { safeHref } from './safe-href.js'
import type { Formats } from './walk.js'

/** Something left out while reading, and where: the effective id of the nearest block. */
export type DraftFault = Readonly<{
  kind: 'unknown-node' | 'misplaced-node' | 'bad-attribute' | 'unknown-mark' | 'unsafe-link' | 'too-deep' | 'stray-text'
  block: string | null
  what: string
}>
export type Report = (kind: DraftFault['kind'], what: string) => void

const whole = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max
const oneOf =
  (...values: unknown[]) =>
  (value: unknown) =>
    values.includes(value)

/** What each attribute may hold, beside its default; `id` is judged where ids are healed. */
const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  level: oneOf(...headingLevels),
  start: whole(0, 1_000_000),
  type: oneOf('1', 'a', 'A', 'i', 'I'),
  colspan: whole(1, 100),
  rowspan: whole(1, 100),
  colwidth: (value) => Array.isArray(value) && value.length <= 100 && value.every(whole(0, 10_000)),
  align: oneOf('left', 'center', 'right'),
}

export const isNodeName = (name: string): name is NodeName => Object.hasOwn(draftNodes, name)

/** The attributes that the shape knows, defaults left out. What does not fit counts as the default. */
export function fittingAttrs(
  name: NodeName,
  given: ReadonlyMap<string, unknown>,
  id: string | null,
  report: Report,
): Record<string, AttrValue> {
  const attrs: Record<string, AttrValue> = id === null ? {} : { id }
  for (const [key, { default: usual }] of Object.entries(draftSchema.nodes[name].spec.attrs ?? {})) {
    const value = given.get(key)
    if (key === 'id' || value === undefined || value === null || value === usual) continue
    if (rules[key]?.(value) === true) attrs[key] = value as AttrValue
    else report('bad-attribute', `${name}.${key}`)
  }
  return attrs
}

/** Marks in the shape's own order: that of a Yjs delta is whatever the writers happened to do first. */
export function fittingMarks(formats: Formats, report: Report): DraftMark[] {
  const marks: DraftMark[] = []
  for (const type of Object.keys(draftMarks) as MarkName[]) {
    if (!formats.has(type)) continue
    if (type !== 'link') {
      marks.push({ type })
      continue
    }
    const href = safeHref((formats.get('link') as { href?: unknown } | null)?.href)
    if (href === null) report('unsafe-link', 'link')
    else marks.push({ type, attrs: { href } })
  }
  for (const name of formats.keys()) if (!Object.hasOwn(draftMarks, name)) report('unknown-mark', name)
  return marks
}

/**
 * The children that the node may have, in order. Where something is missing (a list item that begins with a list) an
 * empty block is put in, because dropping the item would drop its words. Null if the node cannot stand at all.
 */
export function fittingContent(name: NodeName, children: readonly DraftNode[], report: Report): DraftNode[] | null {
  const type: NodeType = draftSchema.nodes[name]
  let match = type.contentMatch
  const fitting: DraftNode[] = []
  for (const child of children) {
    const childType = draftSchema.nodes[child.type]
    let next = match.matchType(childType)
    if (next === null) {
      const filler = match.fillBefore(Fragment.from(childType.createAndFill()))
      const filled = filler === null ? null : match.matchFragment(filler)
      next = filled?.matchType(childType) ?? null
      if (filler !== null && next !== null) fitting.push(...plain(filler))
    }
    if (next === null) {
      report('misplaced-node', `${child.type} in ${name}`)
      continue
    }
    fitting.push(child)
    match = next
  }
  if (match.validEnd) return fitting
  // A list without items says nothing and is left out; only the whole text may not vanish.
  const rest = fitting.length > 0 || name === 'doc' ? match.fillBefore(Fragment.empty, true) : null
  return rest === null ? null : [...fitting, ...plain(rest)]
}

const plain = (fragment: Fragment): DraftNode[] =>
  fragment.content.map((node) => ({ type: node.type.name as NodeName }))
