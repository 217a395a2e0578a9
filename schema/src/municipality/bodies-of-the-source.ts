// Municipality: the bodies that the presentation shows. Which exist now is data of the installation (open question 7).
import { slide, type Source } from './provenance.js'

export type SourceBody = Readonly<{
  slug: string
  kind: 'council' | 'finance-committee' | 'standing-committee'
  name: string
  /** What stands in the box on the chart. */
  onChart: string
  purpose: string
  competence: string
  sources: readonly Source[]
}>

const chart = 'STÅENDE UDVALG (kortet over udvalg)'
const standingPurpose =
  'Mødes én gang i kvartalet, identificerer områder, hvor der er behov for udvikling, vurderer om der skal nedsættes et opgaveudvalg, og følger op på hele ressortområdet over et år.'
const standingCompetence =
  'Den umiddelbare forvaltning er flyttet til Kommunalbestyrelsen. Udvalget udvikler kriterier og principper for den del, der er delegeret til forvaltningen.'

const standing = (slug: string, name: string, onChart: string, note: string | null = null): SourceBody => ({
  slug,
  kind: 'standing-committee',
  name,
  onChart,
  purpose: standingPurpose,
  competence: standingCompetence,
  sources: [slide(chart, note), slide('Stående udvalg')],
})

export const bodiesOfTheSource: readonly SourceBody[] = [
  {
    slug: 'kommunalbestyrelsen',
    kind: 'council',
    name: 'Kommunalbestyrelsen',
    onChart: 'Kommunalbestyrelsen',
    purpose:
      'Nedsætter opgaveudvalg, vedtager deres kommissorium, udpeger medlemmerne og træffer beslutning om det, de afleverer.',
    competence: 'Træffer beslutning. Den umiddelbare forvaltning er flyttet hertil fra de stående udvalg.',
    sources: [slide(chart), slide('Hvordan har vi gjort det?', 'KB og ØK: stort set uændret')],
  },
  {
    slug: 'oekonomiudvalget',
    kind: 'finance-committee',
    name: 'Økonomiudvalget',
    onChart: 'Økonomi',
    purpose: 'Kan foreslå, at der nedsættes opgaveudvalg, som de stående udvalg kan.',
    competence: 'Stort set uændret. Højst halvdelen af Kommunalbestyrelsen; borgmesteren er født formand.',
    sources: [slide(chart), slide('Hvordan har vi gjort det?', 'KB og ØK: stort set uændret')],
  },
  standing('teknik-og-miljoe', 'Teknik- og Miljøudvalget', 'Teknik og Miljø'),
  standing('skole', 'Skoleudvalget', 'Skole'),
  standing('bygning-og-arkitektur', 'Bygnings- og Arkitekturudvalget', 'Bygning og Arkitektur'),
  standing('kultur-unge-og-fritid', 'Kultur-, Unge- og Fritidsudvalget', 'Kultur, Unge og Fritid'),
  standing(
    'erhverv-beskaeftigelse-og-integration',
    'Erhvervs-, Beskæftigelses- og Integrationsudvalget',
    'Erhverv og Beskæftigelse og Integration',
  ),
  standing('aeldre-social-og-sundhed', 'Ældre-, Social- og Sundhedsudvalget', 'Ældre-, Social- og Sundhed'),
  standing('boern', 'Børneudvalget', 'Børn', 'Boksen står for sig selv på kortet.'),
]
