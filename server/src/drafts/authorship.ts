// Drafts: who wrote how much of a text, for one reader. Inside the room by person; for all others by mandate, in groups
// of five or more, without runs and counts of letters, from which the rest of the public text could be told.
import { type AuthorShare, countShares, type DraftNode, publicShares } from '@faellesrum/schema/drafts'
import type { Language } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import type { AuthoredRun } from '@faellesrum/schema/rooms'
import { mandateLabels } from '../people/index.js'
import { unvouchedLabels } from './unvouched-labels.js'

export type ShownAuthor = Readonly<{ personId: string | null; mandateKind: MandateKind | null; label: string }>
export type ShownShare = ShownAuthor & Readonly<{ characters: number | null; share: number | null }>
export type ShownRun = Readonly<{
  block: string
  from: number
  to: number
  writer: ShownAuthor
  copier: ShownAuthor | null
}>
export type ShownAuthorship = Readonly<{
  people: number
  /** Null in public (AT13). */
  characters: number | null
  runList: readonly ShownRun[]
  shareList: readonly ShownShare[]
}>

type Reader = Readonly<{
  inside: boolean
  language: Language
  kindOf: (mandate: string) => MandateKind
  /** The name of a person as this reader may know it. */
  nameOf: (person: string) => string | null
}>

export function authorshipFor(reader: Reader, json: DraftNode, runs: readonly AuthoredRun[]): ShownAuthorship {
  const shares = countShares(json, runs)
  return reader.inside ? forInside(reader, shares, runs) : forPublic(reader, shares)
}

function forInside(reader: Reader, shares: readonly AuthorShare[], runs: readonly AuthoredRun[]): ShownAuthorship {
  const vouched = shares.filter(({ author }) => author.source === null)
  const characters = vouched.reduce((sum, { letters }) => sum + letters, 0)
  return {
    people: new Set(vouched.map(({ author }) => author.person ?? author.mandate)).size,
    characters,
    shareList: vouched.map(({ author, letters }) => ({
      ...shown(reader, author),
      characters: letters,
      share: letters / characters,
    })),
    runList: runs.map(({ block, from, to, copiedBy, ...author }) => ({
      block,
      from,
      to,
      writer: shown(reader, author),
      copier: copiedBy && shown(reader, { ...copiedBy, source: null }),
    })),
  }
}

function forPublic({ kindOf, language }: Reader, shares: readonly AuthorShare[]): ShownAuthorship {
  const groups = publicShares(shares, kindOf)
  return {
    people: groups.reduce((sum, { people }) => sum + people, 0),
    characters: null,
    runList: [],
    shareList: groups.map(({ kinds, share }) => ({
      personId: null,
      mandateKind: kinds.length === 1 ? kinds[0]! : null,
      label: kinds.map((kind) => mandateLabels[kind][language]).join(', '),
      characters: null,
      share,
    })),
  }
}

function shown(
  { kindOf, nameOf, language }: Reader,
  { person, mandate, source }: Pick<AuthoredRun, 'person' | 'mandate' | 'source'>,
): ShownAuthor {
  if (mandate === null)
    return { personId: null, mandateKind: null, label: unvouchedLabels[source ?? 'import'][language] }
  const mandateKind = kindOf(mandate)
  const name = person === null ? null : nameOf(person)
  return { personId: person, mandateKind, label: name ?? mandateLabels[mandateKind][language] }
}
