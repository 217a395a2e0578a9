// The door of commissions: the lifecycle, what each state wants, seats, drafters and who may write.
export { judgeDrafters, type NamedDrafter } from './drafters.js'
export { type Entry, type EntryFacts, judgeEntry } from './evidence.js'
export {
  type CommissionState,
  commissionStates,
  type Edge,
  edgeBetween,
  edges,
  edgesFrom,
  isBeforeAdoption,
  type Need,
  needs,
  numberOf,
  type Speaker,
  speakersOf,
} from './lifecycle.js'
export { needTexts } from './need-texts.js'
export {
  type DraftAccess,
  draftAccess,
  type DraftOpenness,
  draftOpennesses,
  type DraftStanding,
  type Holder,
} from './openness.js'
export {
  defaultSeatPlan,
  judgeSeatPlan,
  type SeatPlan,
  type SeatProfile,
  seatsOf,
} from './seat-plan.js'
