// Commissions: what was said when a state was entered, and acts, in words.
import type { CommissionState } from '@faellesrum/schema/commissions'
import { dayInWords, type Language } from '@faellesrum/schema/kernel'
import type { HistoryTexts } from '../committees/index.js'

type Said = Readonly<Record<Language, string>>

export const evidenceTexts: Readonly<Record<CommissionState, Said>> = {
  identified: { da: 'Der er peget på et behov', en: 'A need was pointed at' },
  formulating: { da: 'To formulatorer går i gang', en: 'Two drafters begin' },
  'at-joint-meeting': { da: 'Udkastet er drøftet på et fællesmøde', en: 'The draft was discussed at a joint meeting' },
  established: {
    da: 'Kommissoriet er vedtaget, og opgaveudvalget er nedsat',
    en: 'The commission was adopted and the task committee set up',
  },
  recruiting: { da: 'Borgere kan melde sig', en: 'Residents can sign up' },
  appointed: { da: 'Medlemmerne er udpeget under ét', en: 'The members were appointed in one run' },
  working: { da: 'Opgaveudvalget er i arbejde', en: 'The task committee is at work' },
  'result-at-joint-meeting': {
    da: 'Resultatet er vist på et fællesmøde',
    en: 'The result was shown at a joint meeting',
  },
  adopted: { da: 'Kommunalbestyrelsen har truffet beslutning', en: 'The council has decided' },
  'handed-over': { da: 'Resultatet er overdraget', en: 'The result was handed over' },
  dissolved: { da: 'Opgaveudvalget er opløst', en: 'The task committee was dissolved' },
}

export const sentBack: Said = { da: 'Udkastet er sendt tilbage', en: 'The draft was sent back' }
export const noPosition: Said = {
  da: 'Ejerudvalget siger, at Kommunalbestyrelsen ikke behøver at tage stilling',
  en: 'The owner committee says that the council need not take a position',
}

const recorded =
  (language: Language) =>
  (record: Readonly<Record<string, string | number | null>>): string => {
    const said = record['stays'] === 1 ? noPosition : evidenceTexts[record['state'] as CommissionState]
    return `${said[language]} (${dayInWords(String(record['on']), language)}, ${record['source']})`
  }

export const commissionHistory: HistoryTexts = {
  'record-need': { da: () => 'Behovet er indført', en: () => 'The need was recorded' },
  'begin-text': { da: () => 'Teksten er begyndt', en: () => 'The text was begun' },
  'assign-commission-clerk': { da: () => 'Udvalgssekretær er knyttet til', en: () => 'A clerk was assigned' },
  'name-drafters': {
    da: (record) => `Formulatorer er udpeget fra ${dayInWords(String(record['from']), 'da')}`,
    en: (record) => `Drafters were named from ${dayInWords(String(record['from']), 'en')}`,
  },
  'record-from-minutes': { da: recorded('da'), en: recorded('en') },
  'set-draft-openness': {
    da: (record) => (record['openness'] === 'closed' ? 'Udkastet er lukket' : 'Udkastet er åbnet for alle indbyggere'),
    en: (record) =>
      record['openness'] === 'closed' ? 'The draft was closed' : 'The draft was opened to all residents',
  },
  'invite-writer': { da: () => 'En er inviteret til at skrive med', en: () => 'Somebody was invited to write' },
}
