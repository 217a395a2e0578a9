// Seed: the people of the demonstration town. All are invented; lists are numbered and name no party.

/** Seats by list, 1 to 7; they add up to the council of 19. */
export const lists = [
  { slug: 'liste-1', name: 'Liste 1' },
  { slug: 'liste-2', name: 'Liste 2' },
  { slug: 'liste-3', name: 'Liste 3' },
  { slug: 'liste-4', name: 'Liste 4' },
  { slug: 'liste-5', name: 'Liste 5' },
  { slug: 'liste-6', name: 'Liste 6' },
  { slug: 'liste-7', name: 'Liste 7' },
] as const

export const mayor = 'Agnete Rosenlind'

export const council: Readonly<Record<(typeof lists)[number]['slug'], readonly string[]>> = {
  'liste-1': [
    mayor,
    'Bertram Holk-Juel',
    'Cathrine Falkenby',
    'Didrik Sandvang',
    'Elna Brinkholt',
    'Frants Overvad',
    'Gurli Tornebo',
    'Halfdan Riisager-Bro',
    'Ingelise Mønbak',
    'Joakim Tranholt',
  ],
  'liste-2': ['Karla Steenvang', 'Laurits Ebbelund', 'Magna Dyrehus'],
  'liste-3': ['Nikolai Aspegaard', 'Oda Lindskov'],
  'liste-4': ['Pelle Grønvang'],
  'liste-5': ['Rigmor Havnsø'],
  'liste-6': ['Silas Bøgelund'],
  'liste-7': ['Thea Krogsbæk'],
}

/** Met for Karla Steenvang when the members were appointed. */
export const deputy = { name: 'Vigga Elmstrøm-Lau', list: 'liste-2', for: 'Karla Steenvang' } as const

export type Consent = 'name' | 'first-name' | null
export type Young = Readonly<{
  name: string
  age: number
  place: string
  district: string
  consent: Consent
  guardian: boolean
}>

const young = (
  name: string,
  age: number,
  place: string,
  district: string,
  consent: Consent = null,
  guardian = false,
): Young => ({
  name,
  age,
  place,
  district,
  consent,
  guardian,
})

/** Ten between 13 and 25, from all seven districts. `guardian`: a guardian has said yes to taking part. */
export const youth: readonly Young[] = [
  young('Alva Nørreby', 14, 'Vangede', 'jaegersborg-vangede', null, true),
  young('Benjamin Ostermark', 16, 'Ordrup', 'ordrup', 'first-name'),
  young('Carmen Iversholt', 17, 'Jægersborg', 'jaegersborg-vangede', 'first-name'),
  young('Dunya Halabi-Krag', 19, 'Hellerup', 'hellerup'),
  young('Elias Fjordbo', 15, 'Dyssegård', 'dyssegaard'),
  young('Freja Mai Sundgaard', 21, 'Charlottenlund', 'charlottenlund', 'name'),
  young('Gustav Tinghøj', 23, 'Skovshoved', 'klampenborg-skovshoved', 'name'),
  young('Hibo Warsame-Lund', 18, 'Gentofte', 'gentofte'),
  young('Isak Bremerholt', 13, 'Klampenborg', 'klampenborg-skovshoved', null, true),
  young('Johanne Kildevang', 25, 'Hellerup', 'hellerup', 'name'),
]

export const staff = [
  { name: 'Merete Solvang', kind: 'facilitator', title: 'facilitator' },
  { name: 'Tobias Engholt', kind: 'administration', title: 'ungekonsulent' },
  { name: 'Yasmin Pihlkjær', kind: 'administration', title: 'udvalgssekretær' },
  { name: 'Birk Ellemose', kind: 'administration', title: 'udvalgssekretær' },
] as const

export const expert = 'Sigrun Havgaard-Lie'
export const invitedWriter = 'Solvej Granhøj-Bek'
export const resident = 'Ebbe Kragelundby'
export const guardianOfIsak = 'Marie Bremerholt'

/** For the committees that the demonstration tells less of: 51 seats. The same name twice is meant: it happens. */
const firstNames = [
  'Asta',
  'Birger',
  'Clara',
  'Dagmar',
  'Esben',
  'Fanny',
  'Gorm',
  'Helle',
  'Ivan',
  'Jytte',
  'Kaj',
  'Liv',
  'Morten',
  'Nanna',
  'Ole',
  'Pia',
  'Rune',
]
const lastNames = ['Ærøborg', 'Østerlund', 'Ågesen-Vig']
const special = new Map([
  [3, "Dagmar O'Brinck"],
  [20, 'Asta Ærøborg'],
])

export const citizens: readonly string[] = Array.from(
  { length: firstNames.length * lastNames.length },
  (_, at) =>
    special.get(at) ?? `${firstNames[at % firstNames.length]} ${lastNames[Math.floor(at / firstNames.length)]}`,
)
