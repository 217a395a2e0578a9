// The door of committees: bodies as a graph, who may sit and chair, and when.
export { type BodyKind, bodyKinds, bodyRules, judgeOneCouncil, judgeOwners, mayOwn } from './body-graph.js'
export {
  type Candidate,
  judgeOffice,
  judgeSeats,
  type NumberedSeat,
  type OfficeFacts,
} from './composition.js'
export { judgeMandateIn, judgeOpen, memberKinds } from './membership.js'
export { type OfficeKind, officeKinds } from './offices.js'
export {
  type BodyDates,
  type BodyStatus,
  bodyStatuses,
  electionDay,
  isElectionYear,
  judgeClosing,
  statusOn,
  type Term,
  termOn,
} from './term.js'
