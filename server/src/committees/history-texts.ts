// Committees: acts on bodies, in words.
import type { OfficeKind } from '@faellesrum/schema/committees'
import { dayInWords } from '@faellesrum/schema/kernel'
import type { HistoryTexts } from './history.js'

const offices: Readonly<Record<OfficeKind, { da: string; en: string }>> = {
  mayor: { da: 'Borgmester', en: 'Mayor' },
  chair: { da: 'Formand', en: 'Chair' },
  'vice-chair': { da: 'Næstformand', en: 'Vice-chair' },
  drafter: { da: 'Formulator', en: 'Drafter' },
  clerk: { da: 'Udvalgssekretær', en: 'Clerk' },
}

export const bodyHistory: HistoryTexts = {
  'record-body': { da: () => 'Udvalget er indført', en: () => 'The body was recorded' },
  'assign-office': {
    da: (record) => `${offices[record['office'] as OfficeKind].da} fra ${dayInWords(String(record['from']), 'da')}`,
    en: (record) => `${offices[record['office'] as OfficeKind].en} from ${dayInWords(String(record['from']), 'en')}`,
  },
  'fill-seats': {
    da: (record) => `${record['seats']} pladser besat fra ${dayInWords(String(record['from']), 'da')}`,
    en: (record) => `${record['seats']} seats filled from ${dayInWords(String(record['from']), 'en')}`,
  },
  'close-body': {
    da: (record) => `Lukket${record['to'] ? ` ${dayInWords(String(record['to']), 'da')}` : ''}: ${record['because']}`,
    en: (record) => `Closed${record['to'] ? ` ${dayInWords(String(record['to']), 'en')}` : ''}: ${record['because']}`,
  },
}
