// Drafts: who is in the room, from what each browser says and what the room vouches for. Names and mandates are set by
// the room; whatever a browser calls itself never gets here.
import { type MandateKind as RuleKind, mandateKinds } from '@faellesrum/schema/people'
import type { MandateKind } from '../__generated__/graphql.js'

export type Present = Readonly<{
  /** One for each person and mandate, however many tabs they have open. */
  key: string
  name: string
  kind: MandateKind
  writes: boolean
  /** The section that their caret is in, as they say. */
  section: string | null
}>

type State = { user?: { name?: unknown; person?: unknown; mandate?: unknown }; writes?: unknown; section?: unknown }

const isKind = (kind: unknown): kind is RuleKind => (mandateKinds as readonly unknown[]).includes(kind)

/** The mandate as the API spells it. */
export const kindOf = (kind: unknown): MandateKind =>
  (isKind(kind) ? kind : 'guest').toUpperCase().replaceAll('-', '_') as MandateKind

/** Others only, in the order in which they came; states without a vouched name are not people yet. */
export function presentIn(states: ReadonlyMap<number, unknown>, own: number): Present[] {
  const people = new Map<string, Present>()
  for (const [client, value] of states) {
    const state = (value ?? {}) as State
    const name = state.user?.name
    if (client === own || typeof name !== 'string' || !isKind(state.user?.mandate)) continue
    const key = `${String(state.user.person)}/${state.user.mandate}`
    const section = typeof state.section === 'string' ? state.section : null
    const known = people.get(key)
    const writes = state.writes === true || known?.writes === true
    people.set(key, { key, name, kind: kindOf(state.user.mandate), writes, section: section ?? known?.section ?? null })
  }
  return [...people.values()]
}

/** Who came and who went between two looks. */
export function changesOf(before: readonly Present[], after: readonly Present[]): { came: Present[]; left: Present[] } {
  const keys = (people: readonly Present[]) => new Set(people.map(({ key }) => key))
  const [was, is] = [keys(before), keys(after)]
  return { came: after.filter(({ key }) => !was.has(key)), left: before.filter(({ key }) => !is.has(key)) }
}

/** The first names of those who write, by the section that they write in. */
export function writersBySection(people: readonly Present[]): ReadonlyMap<string, readonly string[]> {
  const writers = new Map<string, string[]>()
  for (const { name, writes, section } of people) {
    if (writes && section !== null) writers.set(section, [...(writers.get(section) ?? []), name.split(' ')[0]!])
  }
  return writers
}
