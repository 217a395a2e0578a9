// The door of commissions: from a need to a body at work, and who may write the text.
import { everyone, type Slice } from '../platform/index.js'
import { assignCommissionClerk } from './assign-commission-clerk.js'
import { awaitsInCommissions } from './awaits.js'
import { beginText } from './begin-text.js'
import {
  CommissionEntity,
  CommissionOwnershipEntity,
  CommissionSourceEntity,
  PlannedStateEntity,
  SeatProfileEntity,
} from './commission.entity.js'
import { Commission } from './commission.type.js'
import { commissionsExtensions, commissionsReadings } from './commissions.readings.js'
import { BodyCommissionsResolver, CommissionResolver, MandateCommissionResolver } from './commissions.resolver.js'
import { inviteWriter } from './invite-writer.js'
import { endWhatRestsOn } from './mandate-ended.js'
import { nameDrafters } from './name-drafters.js'
import { AwaitingCommissionResolver, InvitationCommissionResolver, ofPeopleExtensions, ViewerWritingResolver } from './of-people.js'
import { CommissionOfficeEntity, EvidenceEntity, OpeningEntity } from './record.entity.js'
import { recordFromMinutes } from './record-from-minutes.js'
import { recordNeed } from './record-need.js'
import { setDraftOpenness } from './set-draft-openness.js'

export const commissions: Slice = {
  name: 'commissions',
  resolvers: [
    CommissionResolver,
    BodyCommissionsResolver,
    MandateCommissionResolver,
    ViewerWritingResolver,
    InvitationCommissionResolver,
    AwaitingCommissionResolver,
  ],
  types: [Commission],
  entities: [
    CommissionEntity,
    CommissionOwnershipEntity,
    SeatProfileEntity,
    PlannedStateEntity,
    CommissionSourceEntity,
    CommissionOfficeEntity,
    EvidenceEntity,
    OpeningEntity,
  ],
  readings: commissionsReadings,
  extensions: [...commissionsExtensions, ...ofPeopleExtensions],
  acts: [recordNeed, beginText, assignCommissionClerk, nameDrafters, recordFromMinutes, setDraftOpenness, inviteWriter],
  policies: { 'Query.commission': everyone, 'Query.commissions': everyone, 'Subscription.commissionChanged': everyone },
  mandateEnded: endWhatRestsOn,
  awaits: awaitsInCommissions,
}

export { assignCommissionClerk } from './assign-commission-clerk.js'
export { beginText } from './begin-text.js'
export { Commission } from './commission.type.js'
export { draftsOfCommissions } from './drafts-of-commissions.js'
export { inviteWriter } from './invite-writer.js'
export { nameDrafters } from './name-drafters.js'
export { recordFromMinutes } from './record-from-minutes.js'
export { recordNeed } from './record-need.js'
export { setDraftOpenness } from './set-draft-openness.js'
