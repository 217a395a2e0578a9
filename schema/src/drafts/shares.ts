// Drafts: how much of a text each wrote, inside the room by name and in public by mandate. Rule AT13.
import type { MandateId } from '../kernel/index.js'
import type { MandateKind } from '../people/index.js'
import { mandateKinds } from '../people/index.js'
import { type Author, authorKey, personKey } from './author.js'
import type { CreditedRun } from './credited-runs.js'
import type { DraftNode } from './draft-json.js'
import { blockTexts, countLetters } from './plain-text.js'
import { isTemplateBlock } from './template.js'

export type AuthorShare = Readonly<{ author: Author; letters: number }>

/**
 * Letters and digits per person and mandate, most first, then what nobody vouches for. Blocks of the template do not
 * count, whoever wrote in them; text that was copied counts for its first author.
 */
export function countShares(json: DraftNode, runs: Iterable<CreditedRun>): AuthorShare[] {
  const texts = blockTexts(json)
  const shares = new Map<string, { author: Author; letters: number }>()
  for (const { block, from, to, person, mandate, source } of runs) {
    const letters = isTemplateBlock(block) ? 0 : countLetters(texts.get(block)?.slice(from, to) ?? '')
    if (letters === 0) continue
    const author = { person, mandate, source }
    const share = shares.get(authorKey(author))
    if (share === undefined) shares.set(authorKey(author), { author, letters })
    else share.letters += letters
  }
  const vouched = ({ author }: AuthorShare): number => (author.source === null ? 0 : 1)
  return [...shares.values()].sort((a, b) => vouched(a) - vouched(b) || b.letters - a.letters)
}

/**
 * Kinds of mandate that stand together in public, because each alone is too few people. No count of letters: those of
 * the public text, less those of the groups that are shown, are those of the one who is not.
 */
export type PublicShare = Readonly<{ kinds: readonly MandateKind[]; people: number; share: number }>

/**
 * The shares that the public may see: by kind of mandate, in groups of at least `min` people. Groups under that are
 * added together, the smallest first, until they are enough. What then is still too few is not shown. Shares are of
 * what is shown, the largest first, in whole hundredths: from more decimals the letters could be made again. Text that
 * nobody vouches for is left out.
 */
export function publicShares(
  shares: Iterable<AuthorShare>,
  kindOf: (mandate: MandateId) => MandateKind,
  min = 5,
): PublicShare[] {
  const groups = new Map<MandateKind, { kinds: MandateKind[]; people: Set<string>; letters: number }>()
  for (const { author, letters } of shares) {
    if (author.mandate === null) continue
    const kind = kindOf(author.mandate)
    const group = groups.get(kind) ?? { kinds: [kind], people: new Set<string>(), letters: 0 }
    groups.set(kind, { ...group, people: group.people.add(personKey(author)), letters: group.letters + letters })
  }
  const bySize = [...groups.values()].sort((a, b) => a.people.size - b.people.size)
  const large = bySize.filter(({ people }) => people.size >= min)
  let folded = { kinds: [] as MandateKind[], people: new Set<string>(), letters: 0 }
  for (const small of bySize.filter(({ people }) => people.size < min)) {
    folded = {
      kinds: [...folded.kinds, ...small.kinds],
      people: new Set([...folded.people, ...small.people]),
      letters: folded.letters + small.letters,
    }
    if (folded.people.size < min) continue
    large.push(folded)
    folded = { kinds: [], people: new Set(), letters: 0 }
  }
  const sum = large.reduce((total, { letters }) => total + letters, 0)
  const order = (kind: MandateKind): number => mandateKinds.indexOf(kind)
  return large
    .sort((a, b) => b.letters - a.letters)
    .map(({ kinds, people, letters }) => ({
      kinds: kinds.toSorted((a, b) => order(a) - order(b)),
      people: people.size,
      share: Math.round((letters / sum) * 100) / 100,
    }))
}
