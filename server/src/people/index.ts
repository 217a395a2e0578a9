// The door of people: its manifest, and what later slices need of persons and mandates.
import { carriedKey, everyone, one, type Slice, values } from '../platform/index.js'
import { endMandate } from './end-mandate.js'
import { grantMandate } from './grant-mandate.js'
import {
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

export const people: Slice = {
  name: 'people',
  resolvers: [PeopleResolver],
  types: [Person, Mandate],
  entities: [ElectoralGroupEntity, PersonEntity, MandateEntity, NameConsentEntity, InvitationEntity],
  readings: [...peopleReadings, values('MandateResult', { mandate: one('Mandate', carriedKey('mandate'), everyone) })],
  extensions: peopleExtensions,
  acts: [registerPerson, recordNameConsent, grantMandate, endMandate],
  policies: { 'Query.people': everyone },
}

export { endMandate } from './end-mandate.js'
export { grantMandate } from './grant-mandate.js'
export { MandateEntity } from './people.entities.js'
export { type Grant, type MandateFacts, mandatesOf } from './people.facts.js'
export { heldOn, shownName } from './people.readings.js'
export { ElectoralGroup, Mandate, MandateConnection, MandateKind, Person, PersonConnection } from './people.types.js'
export { recordNameConsent } from './record-name-consent.js'
export { registerPerson } from './register-person.js'
