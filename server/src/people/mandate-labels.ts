// People: what each mandate is called on screen, where the server writes the words itself.
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
