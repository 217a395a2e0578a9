// Drafts: what an author is called where no name stands.
import type { Language } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'

export const mandateLabels: Readonly<Record<MandateKind, Readonly<Record<Language, string>>>> = {
  'council-member': { da: 'Kommunalbestyrelsesmedlem', en: 'Council member' },
  'citizen-member': { da: 'Borgermedlem', en: 'Citizen member' },
  invited: { da: 'Inviteret', en: 'Invited' },
  expert: { da: 'Videnperson', en: 'Expert' },
  administration: { da: 'Forvaltning', en: 'Administration' },
  facilitator: { da: 'Facilitator', en: 'Facilitator' },
  guest: { da: 'Gæst', en: 'Guest' },
  resident: { da: 'Indbygger', en: 'Resident' },
}

export const unvouchedLabels = {
  template: { da: 'Skabelon', en: 'Template' },
  import: { da: 'Indsat udefra', en: 'Brought in from outside' },
} as const
