// The door of people: its manifest, and what later slices need of persons and mandates.
import { everyone, type Slice } from '../platform/index.js'
import { acceptInvitation } from './accept-invitation.js'
import { endMandate } from './end-mandate.js'
import { followClaims } from './follow-claims.js'
import { grantMandate } from './grant-mandate.js'
import { invitePerson } from './invite-person.js'
import {
  AccountEntity,
  ElectoralGroupEntity,
  InvitationEntity,
  MandateEntity,
  NameConsentEntity,
  PersonEntity,
} from './people.entities.js'
import { peopleExtensions, peopleReadings } from './people.readings.js'
import { PeopleResolver } from './people.resolver.js'
import { Mandate, Person } from './people.types.js'
import { recordNameConsent } from './record-name-consent.js'
import { registerPerson } from './register-person.js'
import { welcomeResident } from './welcome-resident.js'

export const people: Slice = {
  name: 'people',
  resolvers: [PeopleResolver],
  types: [Person, Mandate],
  entities: [ElectoralGroupEntity, PersonEntity, MandateEntity, NameConsentEntity, AccountEntity, InvitationEntity],
  readings: peopleReadings,
  extensions: peopleExtensions,
  acts: [
    registerPerson,
    recordNameConsent,
    grantMandate,
    endMandate,
    invitePerson,
    acceptInvitation,
    welcomeResident,
    followClaims,
  ],
  policies: {
    'Query.viewer': everyone,
    'Query.people': everyone,
    'Query.demoPersons': everyone,
    'Query.invitation': everyone,
  },
}

export { endMandate } from './end-mandate.js'
export { endMandatesIn } from './end-mandates-in.js'
export { followClaims } from './follow-claims.js'
export { grantMandate } from './grant-mandate.js'
export { mandateLabels } from './mandate-labels.js'
export { MandateEntity, PersonEntity } from './people.entities.js'
export { type Grant, type MandateFacts, mandatesOf } from './people.facts.js'
export { shownName } from './people.readings.js'
export {
  Awaiting,
  DemoPerson,
  ElectoralGroup,
  Invitation,
  Mandate,
  MandateConnection,
  MandateKind,
  Person,
  PersonConnection,
  Viewer,
} from './people.types.js'
export { recordNameConsent } from './record-name-consent.js'
export { registerPerson } from './register-person.js'
export { welcomeResident } from './welcome-resident.js'
