// Municipality: districts and administrative areas.
import { type Said, slide, type Source } from './provenance.js'

export type District = Readonly<{ slug: string; name: string }>

/** The presentation says seven and names none; these are nine public place names taken as seven (open question 6). */
export const districts: readonly District[] = [
  { slug: 'charlottenlund', name: 'Charlottenlund' },
  { slug: 'dyssegaard', name: 'Dyssegård' },
  { slug: 'gentofte', name: 'Gentofte' },
  { slug: 'hellerup', name: 'Hellerup' },
  { slug: 'jaegersborg-vangede', name: 'Jægersborg/Vangede' },
  { slug: 'klampenborg-skovshoved', name: 'Klampenborg/Skovshoved' },
  { slug: 'ordrup', name: 'Ordrup' },
]

/** `bodies` are slugs of the committees whose remit it touches; which ones is our reading, and the note says so. */
export type AdministrativeArea = Readonly<{ slug: string; name: Said; bodies: readonly string[]; source: Source }>

const areas = slide('Præsentation af Gentofte Kommune', 'Hvilke udvalg et område hører til, er læst ud af navnene.')
const area = (slug: string, da: string, en: string, ...bodies: string[]): AdministrativeArea => ({
  slug,
  name: { da, en },
  bodies,
  source: areas,
})

export const administrativeAreas: readonly AdministrativeArea[] = [
  area('skoler', 'Skoler', 'Schools', 'skole'),
  area('boern-og-forebyggelse', 'Børn og forebyggelse', 'Children and prevention', 'boern'),
  area('administration', 'Administration', 'Administration', 'oekonomiudvalget'),
  area(
    'sociale-ydelser',
    'Sociale ydelser',
    'Social benefits',
    'aeldre-social-og-sundhed',
    'erhverv-beskaeftigelse-og-integration',
  ),
  area('veje-miljoe', 'Veje, miljø', 'Roads and environment', 'teknik-og-miljoe'),
  area('kultur-fritid-og-unge', 'Kultur, fritid & Unge', 'Culture, leisure and young people', 'kultur-unge-og-fritid'),
  area(
    'forebyggelse-rehabilitering-aeldre',
    'Forebyggelse, rehabilitering, ældre',
    'Prevention, rehabilitation and the elderly',
    'aeldre-social-og-sundhed',
  ),
  area('anlaeg-fjernvarme', 'Anlæg, Fjernvarme', 'Construction and district heating', 'teknik-og-miljoe'),
  area('borger-med-handicap', 'Borger med handicap', 'Citizens with disabilities', 'aeldre-social-og-sundhed'),
  area('bygninger', 'Bygninger', 'Buildings', 'bygning-og-arkitektur'),
]
