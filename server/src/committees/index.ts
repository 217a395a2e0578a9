// The door of committees: bodies, their seats and offices; the words and sources that later slices use alike.
import type { Slice } from '../platform/index.js'
import { everyone } from '../platform/index.js'
import { assignOffice } from './assign-office.js'
import { BodyEntity, BodyOwnershipEntity, BodySourceEntity } from './body.entity.js'
import { Body } from './body.type.js'
import { closeBody } from './close-body.js'
import { committeesExtensions, committeesReadings } from './committees.readings.js'
import { BodyResolver, MandateBodyResolver } from './committees.resolver.js'
import { fillSeats } from './fill-seats.js'
import { GuardianYesEntity, ResidenceEntity } from './member.entity.js'
import {
  AwaitingBodyResolver,
  DemoPersonBodyResolver,
  InvitationBodyResolver,
  MemberCountsResolver,
  ofPeopleExtensions,
  ofPeopleReadings,
  ViewerBodiesResolver,
} from './of-people.js'
import { judgeMandateInBody } from './judge-mandate.js'
import { endWhatRestsOn } from './mandate-ended.js'
import { OfficeEntity } from './office.entity.js'
import { recordBody } from './record-body.js'
import { recordGuardianYes } from './record-guardian-yes.js'
import { recordResidence } from './record-residence.js'
import { SeatEntity, SeatingEntity } from './seat.entity.js'

export const committees: Slice = {
  name: 'committees',
  resolvers: [
    BodyResolver,
    MandateBodyResolver,
    MemberCountsResolver,
    ViewerBodiesResolver,
    AwaitingBodyResolver,
    DemoPersonBodyResolver,
    InvitationBodyResolver,
  ],
  types: [Body],
  entities: [
    BodyEntity,
    BodyOwnershipEntity,
    BodySourceEntity,
    SeatEntity,
    SeatingEntity,
    OfficeEntity,
    ResidenceEntity,
    GuardianYesEntity,
  ],
  readings: [...committeesReadings, ...ofPeopleReadings],
  extensions: [...committeesExtensions, ...ofPeopleExtensions],
  acts: [recordBody, assignOffice, closeBody, fillSeats, recordResidence, recordGuardianYes],
  policies: {
    'Query.body': everyone,
    'Query.bodies': everyone,
    'Query.memberCounts': everyone,
    'Subscription.bodyChanged': everyone,
  },
  judgeMandate: judgeMandateInBody,
  mandateEnded: endWhatRestsOn,
}

export { assignOffice } from './assign-office.js'
export { Body, BodyConnection } from './body.type.js'
export { type BodyFacts, isClosed, loadBodies, loadBody } from './body-facts.js'
export { closeBody, endBody } from './close-body.js'
export { mayDateRecord, mayKeepRecord } from './committees.policy.js'
export { fillSeats } from './fill-seats.js'
export { HistoryEntry, historyLine, type HistoryTexts } from './history.js'
export { OfficeEntity } from './office.entity.js'
export { type NewBody, recordBody, writeBody } from './record-body.js'
export { recordGuardianYes } from './record-guardian-yes.js'
export { recordResidence } from './record-residence.js'
export { Source } from './source.type.js'
export { sourcesLine } from './sources.js'
