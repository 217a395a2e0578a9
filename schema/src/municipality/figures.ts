// Municipality: its figures, as the presentation gives them. Values are text: they are quoted, not computed with. English
// writes the same numbers its own way.
import { type Said, slide, type Source } from './provenance.js'

export type Figure = Readonly<{ key: string; label: Said; value: Said; note: Said | null; source: Source }>

const first = slide('Præsentation af Gentofte Kommune', 'ukendt dato')
const sum: Said = {
  da: 'De tre aldersgrupper giver tilsammen 75.900, ikke 75.800.',
  en: 'The three age groups add up to 75,900, not 75,800.',
}

const line = (key: string, value: string, da: string, en: string, note: Said | null = null): Figure => ({
  key,
  label: { da, en },
  value: { da: value, en: value.replaceAll('.', ',').replace('Over ', 'More than ') },
  note,
  source: first,
})

export const figures: readonly Figure[] = [
  line('residents', '75.800', 'borgere', 'residents', sum),
  line('young', '18.200', 'børn og unge', 'children and young people', sum),
  line('working-age', '43.700', 'erhvervsaktive', 'of working age', sum),
  line('over-66', '14.000', 'over 66 år', 'over 66', sum),
  line(
    'area',
    '26 km²',
    'mellem Øresund og København, Gladsaxe og Lyngby-Taarbæk kommuner',
    'between the Sound and the municipalities of Copenhagen, Gladsaxe and Lyngby-Taarbæk',
  ),
  line('sites', 'Over 300', 'fysiske lokaliteter', 'sites'),
  line('districts', '7', 'bydele', 'districts'),
  line('day-care', '50', 'daginstitutioner', 'day-care institutions'),
  line('schools', '12', 'folkeskoler', 'primary and lower secondary schools'),
  line('care-homes', '12', 'plejeboliger', 'care homes'),
  line('libraries', '6', 'biblioteker og kulturhuse', 'libraries and culture houses'),
  line('residential', '15', 'botilbud og handicapinstitutioner', 'residential and disability institutions'),
  line('employees', '5.650', 'medarbejdere', 'employees'),
  line('agreements', '50', 'forskellige overenskomster', 'collective agreements'),
  line('professions', '175', 'faggrupper', 'professions'),
  line('leaders', '380', 'ledere', 'managers'),
]
