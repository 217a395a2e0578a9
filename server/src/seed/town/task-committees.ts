// Seed: one running task committee in each of the ten states, with the way it came there. k counts ordinary council
// meetings from the day of seeding; the calendar makes dates of it.
import { type CommissionState, commissionStates, numberOf } from '@faellesrum/schema/commissions'

export type Step = Readonly<{ to: CommissionState; k: number }>
export type DemoCommission = Readonly<{
  slug: string
  name: string
  question: string
  owners: readonly string[]
  clerk: string
  drafters: readonly [string, string]
  /** Politicians and citizens; null where nothing is planned yet. */
  seats: readonly [number, number] | null
  steps: readonly Step[]
  /** Council members with a seat, the chair first and the vice-chair second. */
  politicians: readonly string[]
}>

const yasmin = 'Yasmin Pihlkjær'
const birk = 'Birk Ellemose'

/** Each state one meeting after the one before it, the last at M(-1). */
const upTo = (state: CommissionState, last = -1): Step[] => {
  const states = commissionStates.slice(0, numberOf(state))
  return states.map((to, at) => ({ to, k: last - states.length + 1 + at }))
}

export const youthPolicy: DemoCommission = {
  slug: 'en-ung-politik-naeste-kapitel',
  name: 'EN UNG POLITIK, næste kapitel',
  question: 'Hvad er et godt ungeliv i Gentofte?',
  owners: ['kultur-unge-og-fritid', 'skole'],
  clerk: yasmin,
  drafters: ['Oda Lindskov', 'Joakim Tranholt'],
  seats: [5, 10],
  steps: [
    { to: 'identified', k: -7 },
    { to: 'formulating', k: -6 },
    { to: 'at-joint-meeting', k: -4 },
    { to: 'established', k: -3 },
    { to: 'recruiting', k: -3 },
    { to: 'appointed', k: -2 },
    { to: 'working', k: -2 },
  ],
  politicians: ['Cathrine Falkenby', 'Oda Lindskov', 'Laurits Ebbelund', 'Pelle Grønvang', 'Rigmor Havnsø'],
}

export const others: readonly DemoCommission[] = [
  {
    slug: 'vand-i-gaden',
    name: 'Vand i gaden',
    question: 'Hvordan gør grundejere og kommune plads til de kraftige regnskyl?',
    owners: ['teknik-og-miljoe'],
    clerk: birk,
    drafters: ['Didrik Sandvang', 'Thea Krogsbæk'],
    seats: null,
    steps: upTo('identified'),
    politicians: [],
  },
  {
    slug: 'lokal-mad',
    name: 'Lokal mad',
    question: 'Hvordan får køkkener, skoler og butikker mere mad fra nærheden?',
    owners: ['oekonomiudvalget'],
    clerk: birk,
    drafters: ['Oda Lindskov', 'Halfdan Riisager-Bro'],
    seats: null,
    steps: upTo('formulating'),
    politicians: [],
  },
  {
    slug: 'kultur-i-kvarteret',
    name: 'Kultur i kvarteret',
    question: 'Hvordan kommer kulturen derhen, hvor folk bor?',
    owners: ['kultur-unge-og-fritid'],
    clerk: birk,
    drafters: ['Elna Brinkholt', 'Silas Bøgelund'],
    seats: [5, 10],
    steps: [
      { to: 'identified', k: -5 },
      { to: 'formulating', k: -4 },
      { to: 'at-joint-meeting', k: -3 },
      { to: 'formulating', k: -2 },
      { to: 'at-joint-meeting', k: -1 },
    ],
    politicians: [],
  },
  {
    slug: 'hjaelp-til-det-digitale',
    name: 'Hjælp til det digitale',
    question: 'Hvordan klarer alle sig digitalt, også de, der helst vil tale med et menneske?',
    owners: ['oekonomiudvalget'],
    clerk: birk,
    drafters: ['Frants Overvad', 'Magna Dyrehus'],
    seats: [5, 10],
    steps: upTo('established'),
    politicians: [],
  },
  {
    slug: 'naboskab-i-bydelen',
    name: 'Naboskab i bydelen',
    question: 'Hvordan lærer naboer hinanden at kende, før de får brug for det?',
    owners: ['bygning-og-arkitektur'],
    clerk: yasmin,
    drafters: ['Gurli Tornebo', 'Pelle Grønvang'],
    seats: [4, 8],
    steps: upTo('recruiting'),
    politicians: [],
  },
  {
    slug: 'frivillige-haender',
    name: 'Frivillige hænder',
    question: 'Hvordan finder frivillige og kommune hinanden uden at tage opgaven fra hinanden?',
    owners: ['aeldre-social-og-sundhed'],
    clerk: yasmin,
    drafters: ['Ingelise Mønbak', 'Karla Steenvang'],
    seats: [5, 10],
    steps: upTo('appointed'),
    politicians: ['Ingelise Mønbak', 'Karla Steenvang', 'Bertram Holk-Juel', 'Elna Brinkholt', 'Silas Bøgelund'],
  },
  {
    slug: 'groenne-veje',
    name: 'Grønne veje',
    question: 'Hvordan bliver de daglige veje grønnere og sikrere?',
    owners: ['teknik-og-miljoe'],
    clerk: yasmin,
    drafters: ['Thea Krogsbæk', 'Bertram Holk-Juel'],
    seats: [5, 11],
    steps: upTo('working', -6),
    politicians: ['Bertram Holk-Juel', 'Thea Krogsbæk', 'Didrik Sandvang', 'Gurli Tornebo', 'Magna Dyrehus'],
  },
  {
    slug: 'aeldre-i-faellesskab',
    name: 'Ældre i fællesskab',
    question: 'Hvordan undgår vi, at alder bliver til ensomhed?',
    owners: ['aeldre-social-og-sundhed', 'kultur-unge-og-fritid'],
    clerk: yasmin,
    drafters: ['Karla Steenvang', 'Ingelise Mønbak'],
    seats: [5, 10],
    steps: upTo('result-at-joint-meeting'),
    politicians: ['Karla Steenvang', 'Ingelise Mønbak', 'Frants Overvad', 'Nikolai Aspegaard', 'Joakim Tranholt'],
  },
  {
    slug: 'liv-i-biblioteket',
    name: 'Liv i biblioteket',
    question: 'Hvad skal bibliotekerne kunne, når dørene er åbne hele døgnet?',
    owners: ['kultur-unge-og-fritid'],
    clerk: yasmin,
    drafters: ['Nikolai Aspegaard', 'Elna Brinkholt'],
    seats: [5, 10],
    steps: upTo('adopted'),
    politicians: ['Elna Brinkholt', 'Nikolai Aspegaard', 'Halfdan Riisager-Bro', 'Magna Dyrehus', 'Silas Bøgelund'],
  },
  {
    slug: 'lys-og-moerke-i-byen',
    name: 'Lys og mørke i byen',
    question: 'Hvor skal byen lyse, og hvor må den være mørk?',
    owners: ['teknik-og-miljoe'],
    clerk: yasmin,
    drafters: ['Didrik Sandvang', 'Pelle Grønvang'],
    seats: [5, 10],
    steps: [...upTo('result-at-joint-meeting', -2), { to: 'handed-over', k: -1 }],
    politicians: ['Didrik Sandvang', 'Pelle Grønvang', 'Gurli Tornebo', 'Thea Krogsbæk', 'Laurits Ebbelund'],
  },
]
