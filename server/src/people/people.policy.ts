// People: who may do what to persons and mandates. One line per act; an act without a line does not compile.
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { type Actor, holds } from '../platform/index.js'

const administration = (who: Actor): Verdict<null> =>
  who.kind === 'system' || holds(who, 'administration')
    ? yes(null)
    : no(refusal('NOT_ALLOWED', { wants: 'administration' }))

const anybodySignedIn = (who: Actor): Verdict<null> =>
  who.kind === 'nobody' ? no(refusal('NOT_SIGNED_IN')) : yes(null)

/** Only the program: seeds, sign-in, the command line. */
const program = (who: Actor): Verdict<null> => (who.kind === 'system' ? yes(null) : no(refusal('NOT_ALLOWED')))

export const peoplePolicy = {
  'register-person': administration,
  'record-name-consent': administration,
  'grant-mandate': administration,
  'end-mandate': administration,
  'invite-person': administration,
  'accept-invitation': anybodySignedIn,
  'welcome-resident': program,
  'follow-claims': program,
} as const
