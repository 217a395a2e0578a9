// Municipality: sentences quoted word for word from its presentation, and its name and zone. Quotes are Danish only.
import { slide } from './provenance.js'

export const municipality = {
  name: 'Gentofte Kommune',
  zone: 'Europe/Copenhagen',
  councilSize: 19,
} as const

/** The front page's question. */
export const question = { text: 'Hvad vil vi med vores kommune?', source: slide('Vores politisk arbejdsform') } as const

export const portalSentence = {
  text: 'Vi skaber et digitalt rum til lokalpolitikerne, som stiller den viden der opnås på områderne til rådighed på en nem måde – og som med tiden også kan udvides til at være et samarbejdsrum for både lokalpolitikere og borgere.',
  source: slide('Gentofte Politikerportal'),
} as const

/** Two lists of four, not four pairs. */
export const oldWay = [
  'Forvaltningen udarbejder et oplæg',
  'Politikerne behandler',
  'Forvaltningen implementerer',
  'Borgerne bruger',
] as const
export const newWay = [
  'Forvaltningen faciliterer',
  'Politikerne politikudvikler sammen med borgerne',
  'Borgerne medskaber',
  'Fælles ansvar for udførelse',
] as const
