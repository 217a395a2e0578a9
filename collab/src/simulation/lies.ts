// Collab, simulation: parts that do wrong on purpose. A witness who has never caught anybody is none.
import type { Entry, Outcome } from '../store/room-store.js'
import type { Lies } from './town.js'

/** What a store would answer that has written these rows. */
const asIfSaved = (entries: readonly Entry[], seqOf: (room: Entry['room']) => number): Outcome[] => {
  const next = new Map<string, number>()
  return entries.map(({ room }) => {
    const seq = (next.get(room) ?? seqOf(room)) + 1
    next.set(room, seq)
    return { kind: 'saved', seq }
  })
}

export const lies: readonly { what: string; lie: Lies; notices: RegExp }[] = [
  {
    what: 'a store that says saved and writes nothing',
    lie: { store: ({ seqOf }) => ({ append: async (entries) => asIfSaved(entries, seqOf) }) },
    notices: /: saved: |commit before relay: /,
  },
  {
    what: 'a store that answers before it has written',
    lie: {
      store: ({ memory, seqOf, world }) => ({
        append: async (entries) => {
          world.after(40, () => void memory.append(entries))
          return asIfSaved(entries, seqOf)
        },
      }),
    },
    notices: /: saved: |commit before relay: /,
  },
  {
    what: 'a store that forgets its receipts',
    lie: { store: () => ({ find: async (entries) => entries.map(() => null) }) },
    notices: /nothing is doubled: /,
  },
  {
    what: 'a store that turns the rows of a commit around',
    lie: { store: ({ memory }) => ({ append: async (entries) => (await memory.append(entries.toReversed())).toReversed() }) },
    notices: /every row builds on those before it: /,
  },
  {
    what: 'a store that credits a commit to the first who is in it',
    lie: {
      store: ({ memory }) => ({
        append: (entries) => memory.append(entries.map((entry) => ({ ...plain(entry), sender: entries[0]!.sender }))),
      }),
    },
    notices: /every row is attributed: /,
  },
  {
    what: 'a store in which every client id is whose who asks',
    lie: { store: () => ({ claim: async (claims) => claims.map(({ owner }) => owner) }) },
    notices: /a client id is its first person's: |a reader changes nothing: |the honest are not blamed: /,
  },
  {
    what: 'a notice that is never read',
    lie: { forgetsNotice: ({ kind }) => kind === 'ended' },
    notices: /nothing after the right has ended: |a reader changes nothing: /,
  },
  {
    what: 'a door at which readers pass for writers',
    lie: { access: 'write' },
    notices: /a reader changes nothing: /,
  },
  {
    what: 'a fold that leaves out the last update',
    lie: { foldsTooLittle: true },
    notices: /snapshot equals replay|convergence|the honest are not blamed|no fault of ours/,
  },
]

/** An entry of the journal answers some of its fields and holds none of them. */
function plain({ room, epoch, sender, mandateKind, offline, updates, receipt }: Entry): Entry {
  return { room, epoch, sender, mandateKind, offline, updates, receipt }
}
