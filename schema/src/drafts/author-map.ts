// Drafts: `authors:v1`, the author map of an update that the server itself made. It stands in the log beside it.
import * as Y from 'yjs'
import type { MandateId, PersonId } from '../kernel/index.js'
import { type Author, type UnvouchedSource, unvouchedSources } from './author.js'

export const authorMapVersion = 'authors:v1'

/** Where text comes from: a person under a mandate, with the log row and hunk it was taken from, or a source. */
export type AuthorRef =
  | Readonly<{
      person: PersonId | null
      mandate: MandateId
      room?: string | null
      seq?: number | null
      hunk?: number | null
      source?: never
    }>
  | Readonly<{ source: UnvouchedSource; person?: never; mandate?: never }>

/**
 * `by` = runs that are new, with an index into `who`; `carry` = runs rebuilt from elsewhere in the same room, which
 * stay their authors'. Every UTF-16 unit of text in the update stands in exactly one of both.
 */
export type AuthorMap = Readonly<{
  v: typeof authorMapVersion
  client: number
  reason: 'begin' | 'accept' | 'restore' | 'import' | 'harvest' | 'redact'
  act: string | null
  by: readonly (readonly [clock: number, len: number, who: number])[]
  carry: readonly (readonly [clock: number, len: number, oldClient: number, oldClock: number])[]
  who: readonly AuthorRef[]
}>

export const authorOf = (ref: AuthorRef): Author =>
  ref.source !== undefined
    ? { person: null, mandate: null, source: ref.source }
    : { person: ref.person, mandate: ref.mandate, source: null }

export type AuthorMapFault =
  | { kind: 'malformed' }
  | { kind: 'foreign-client'; client: number }
  | { kind: 'uncovered' | 'twice'; clock: number }
  | { kind: 'not-text'; clock: number }

/**
 * Why a map does not belong to an update, or null if every unit of text is told exactly once and nothing else is. A row
 * that answers anything but null is refused before it is written.
 */
export function authorMapFault(update: Uint8Array, map: unknown): AuthorMapFault | null {
  if (!isAuthorMap(map)) return { kind: 'malformed' }
  const told = [...map.by, ...map.carry]
    .map(([clock, len]) => ({ clock, end: clock + len }))
    .sort((a, b) => a.clock - b.clock)
  const text: { clock: number; end: number }[] = []
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
    if (struct.id.client !== map.client) return { kind: 'foreign-client', client: struct.id.client }
    const last = text[text.length - 1]
    if (last?.end === struct.id.clock) last.end += struct.length
    else text.push({ clock: struct.id.clock, end: struct.id.clock + struct.length })
  }
  text.sort((a, b) => a.clock - b.clock)

  let at = 0
  let clock = text[0]?.clock ?? 0
  for (const run of told) {
    if (at < text.length && clock === text[at]!.end) clock = text[++at]?.clock ?? 0
    if (at < text.length && run.clock > clock) return { kind: 'uncovered', clock }
    if (run.clock < clock && text.some((each) => each.clock <= run.clock && run.clock < each.end)) {
      return { kind: 'twice', clock: run.clock }
    }
    if (at === text.length || run.clock < clock || run.end > text[at]!.end)
      return { kind: 'not-text', clock: run.clock }
    clock = run.end
  }
  if (at < text.length && clock === text[at]!.end) clock = text[++at]?.clock ?? 0
  return at < text.length ? { kind: 'uncovered', clock } : null
}

const count = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
const rows = (value: unknown, width: number): value is number[][] =>
  Array.isArray(value) &&
  value.every((row) => Array.isArray(row) && row.length === width && row.every(count) && row[1] > 0)

const isRef = (ref: unknown): boolean => {
  if (typeof ref !== 'object' || ref === null) return false
  const { source, person, mandate } = ref as Record<string, unknown>
  if (source !== undefined) return unvouchedSources.some((each) => each === source)
  return (person === null || typeof person === 'string') && typeof mandate === 'string'
}

/** Of the right shape; whether it belongs to an update is `authorMapFault`'s question. */
export function isAuthorMap(map: unknown): map is AuthorMap {
  if (typeof map !== 'object' || map === null) return false
  const { v, client, by, carry, who } = map as Record<string, unknown>
  if (v !== authorMapVersion || !count(client) || !rows(by, 3) || !rows(carry, 4)) return false
  return Array.isArray(who) && who.every(isRef) && by.every((row) => row[2]! < who.length)
}
