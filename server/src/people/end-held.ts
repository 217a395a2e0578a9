// People: a mandate ends before its time, in one place: rooms are told, and so are the slices where something rests on it.
import type { LocalDate, MandateId, PersonId } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import type { Moment, Writing } from '../platform/index.js'
import { MandateEntity } from './people.entities.js'
import { tellPlace } from './people.facts.js'

type Ending = Readonly<{
  id: string
  kind: MandateKind
  person: string | null
  body: string | null
  commission: string | null
}>

/** `heir`: the mandate that takes its place, where somebody goes on under another. */
export async function endHeld(
  writing: Writing,
  { town, today }: Pick<Moment, 'town' | 'today'>,
  mandate: Ending,
  { on, because, heir = null }: { on: LocalDate; because: string; heir?: string | null },
): Promise<void> {
  await writing.manager.update(MandateEntity, { id: mandate.id }, { to: on, endedBecause: because })
  for (const slice of town.slices) await slice.mandateEnded?.(writing, { ...mandate, on, heir })
  tellPlace(writing, mandate)
  // A mandate that ends on a later day is held until then; the lease of a connection finds out on the day.
  if (on <= today) await showOut(writing, mandate)
}

/** Whoever is in a room by this mandate leaves it. */
export const showOut = (
  { notice }: Pick<Writing, 'notice'>,
  { id, person }: Pick<Ending, 'id' | 'person'>,
): Promise<void> =>
  notice({
    kind: 'ended',
    room: null,
    person: person as PersonId | null,
    mandate: id as MandateId,
    session: null,
  })
