// Municipality: the form that it works by, as dated rules, so that no older committee is marked as breaking a newer
// one.
import { day, isWithin, type LocalDate } from '../kernel/index.js'
import { type Said, slide, type Source } from './provenance.js'

/** `validFrom` null: the rule is older than the presentation says. */
export type DatedRule = Readonly<{
  key: string
  gate: string | null
  text: Said
  validFrom: LocalDate | null
  validTo: LocalDate | null
  source: Source
}>

const adjusted = slide('Justeringer af politisk arbejdsform 2017', 'Oplægget siger årstallet, ikke dagen.')
const how = slide('Hvordan har vi gjort det?')
const standing = slide('Stående udvalg')
const task = slide('Opgaveudvalg med borgerinddragelse')

const since2017 = (key: string, gate: string, da: string, en: string): DatedRule => ({
  key,
  gate,
  text: { da, en },
  validFrom: day('2017-01-01'),
  validTo: null,
  source: adjusted,
})
const always = (key: string, da: string, en: string, source: Source): DatedRule => ({
  key,
  gate: null,
  text: { da, en },
  validFrom: null,
  validTo: null,
  source,
})

export const datedRules: readonly DatedRule[] = [
  since2017(
    'drafters',
    'Kommissoriet',
    'To politikere udpeges på ordinært KB møde til at være med til at formulere kommissorium',
    'Two politicians are named at an ordinary council meeting to help formulate the commission',
  ),
  since2017(
    'joint-draft',
    'Udpegning / nedsættelse',
    'Udkast til kommissorium drøftes på fællesmøde i forlængelse af ordinært KB møde',
    'The draft commission is discussed at a joint meeting right after an ordinary council meeting',
  ),
  since2017(
    'briefings',
    'Opgaveudvalgene arbejder',
    'Løbende orientering om igangværende opgaveudvalgs arbejde på kvartalsvise fællesmøder i forlængelse af ordinært KB møde',
    'Regular briefings on the work of the task committees at quarterly joint meetings right after an ordinary council meeting',
  ),
  since2017(
    'joint-result',
    'Aflevering',
    'Inden opgaveudvalget afleverer til KB, forelægges resultatet på fællesmøde forud for et ordinært KB møde',
    'Before the task committee delivers to the council, the result is shown at a joint meeting ahead of an ordinary council meeting',
  ),
  always('seats', '10 borgere - 5 politikere', '10 citizens and 5 politicians', how),
  always('appointment', 'Udpegning: d’hondske metode', 'Appointment by the D’Hondt method', how),
  always(
    'standing-meetings',
    '4 årlige møder; mødes 1 gang i kvartalet',
    'Four meetings a year, one each quarter',
    standing,
  ),
  always('standing-hours', 'Reducerer mødetimerne til 1/3', 'Meeting hours cut to a third', how),
  always(
    'advisory',
    'Opgaveudvalgene er rådgivende og midlertidige',
    'Task committees are advisory and temporary',
    task,
  ),
  always(
    'capacity',
    'Løbende ca. 8 opgaveudvalg med borgerdeltagelse ad gangen',
    'About 8 task committees with citizens at a time',
    task,
  ),
  always(
    'own-rhythm',
    'Tilrettelægger selv arbejdsform - forhåndsreservation i kalender; udvalget aftaler selv mødekadence',
    'They plan their own work and agree their own rhythm of meetings, with dates reserved ahead',
    task,
  ),
  always(
    'reporting',
    'Afrapporterer på fællesmøder, men endelig aflevering sker til Kommunalbestyrelsen',
    'They report at joint meetings; the final delivery is to the council',
    task,
  ),
]

export const rulesOn = (date: LocalDate | null): readonly DatedRule[] =>
  date === null ? datedRules : datedRules.filter((rule) => isWithin(date, rule.validFrom ?? date, rule.validTo))
