// The door of people: who somebody is, since when, and what the public may know of the name.
export { type MandateKind, mandateKinds } from './mandate-kinds.js'
export {
  isCouncilMandate,
  isHeldOn,
  judgeEnd,
  judgeMandate,
  type MandateDates,
  type MandateSpan,
  type NewMandate,
  townWideKinds,
} from './mandates.js'
export {
  firstName,
  fullNameAge,
  judgeNameConsent,
  type NameConsent,
  nameConsents,
  ownConsentAge,
  publicKinds,
  publicName,
  slugOf,
} from './public-name.js'
