// Municipality: every task committee of both slides. The list says 25, the chart has 27 boxes; where they disagree both
// are kept and the note says how, because only the municipality can say which is right (open question 5).
import { slide, type Source } from './provenance.js'

export type SourceTaskCommittee = Readonly<{
  slug: string
  /** As it stands on the chart, with the words that its line breaks had cut put together. */
  name: string
  /** As it stands on the list, or null where the list has none. */
  onList: string | null
  status: 'closed' | 'current'
  purpose: string | null
  sources: readonly Source[]
}>

export const listSlide = '25 OPGAVEUDVALG, 1. september 2015 – september 2018'
export const chartSlide = 'STÅENDE UDVALG (kortet over udvalg)'
/** What is known of the time of each: the list's own span. The chart has no date. */
export const periodOfTheList = 'Listen: 1. september 2015 – september 2018 under ét. Udvalgets egne datoer er ukendte.'
export const ownersUnknown = 'ukendt: kortets streger til de stående udvalg kan ikke læses af kilden'

const twoHealth =
  'Listen har ét sundhedsudvalg ("Sundhedspolitik"), kortet har to ("Sundhed i Gentofte" og "Ny sundhedspolitik"). Hvilket af dem listen mener, siger kilden ikke.'
const twoIntegration = 'Listen tæller to under ét navn: "Integration (2 stk.)".'

const on = (
  slug: string,
  name: string,
  onList: string | null,
  more: { note?: string; status?: 'current'; purpose?: string } = {},
): SourceTaskCommittee => ({
  slug,
  name,
  onList,
  status: more.status ?? 'closed',
  purpose: more.purpose ?? null,
  sources: [
    slide(
      chartSlide,
      `"${name}" under ${more.status ? 'AKTUELLE' : 'AFSLUTTEDE'} OPGAVEUDVALG${onList ? '' : '. Står ikke på listen over 25.'}`,
    ),
    ...(onList ? [slide(listSlide, more.note ?? `"${onList}"`)] : []),
  ],
})

export const taskCommitteesOfTheSource: readonly SourceTaskCommittee[] = [
  on('digitalisering-og-teknologi', 'Digitalisering og Teknologi', 'Digitalisering'),
  on('kulturpolitik', 'Kulturpolitik', 'Kulturpolitik'),
  on('arkitektur', 'Arkitektur', 'Arkitektur'),
  on('detailhandel', 'Detailhandel', 'Detailhandel'),
  on('boligsocial-indsats', 'Boligsocial indsats', 'Boligsocial indsats'),
  on('skolereformen-i-gentofte', 'Skolereformen i Gentofte', 'Skolereform'),
  on('baeredygtigt-gentofte', 'Bæredygtigt Gentofte', 'Bæredygtig Gentofte'),
  on('foraeldresamarbejde', 'Forældresamarb. for børn i Gentofte 0-6 år', 'Forældre i Gentofte'),
  on('ny-idraets-og-bevaegelsespolitik', 'Ny idræts- & bevægelsespolitik', 'Idræts- og bevægelsespolitik'),
  on('erhvervspolitik-for-gentofte-kommune', 'Erhvervspolitik for Gentofte Kommune', 'Erhvervspolitik'),
  on('sundhed-i-gentofte', 'Sundhed i Gentofte', 'Sundhedspolitik', { note: twoHealth }),
  on('borgerrettet-behandling', 'Borgerrettet behandl.', 'Borgerrettet behandling'),
  on('specialundervisning-paa-skoleomraadet', 'Specialundervisning på skoleområdet', 'Specialundervisning'),
  on('anbringelser', 'Anbringelser', 'Anbringelse'),
  on('en-ny-udskoling', 'En ny udskoling', 'Udskoling'),
  on('mit-campus', 'MIT-Campus', null),
  on(
    'integration-udskoling-uddannelse-og-beskaeftigelse',
    'Integration - fokus på udskoling, udd. og beskæft.',
    'Integration',
    {
      note: twoIntegration,
    },
  ),
  on('innovation', 'Innovation', 'Innovation'),
  on('trafik-sikker-i-byen', 'Trafik – Sikker i byen', 'Trafik – Sikker i byen'),
  on('vaerdighedspolitik', 'Værdighedspolitik', 'Værdighedspolitik'),
  on('boern-kvalitet-struktur', 'Børn – kvalitet – struktur på dagtilbudsomr.', 'Børn – kvalitet og struktur'),
  on(
    'strategi-for-faellesskab-for-boern-og-unge',
    'Strategi for fællesskab for børn og unge',
    'Børn og unge i fællesskaber',
  ),
  on('ungepolitik-for-gentofte-kommune', 'Ungepolitik for Gentofte Kommune', 'Ungepolitik', {
    purpose:
      'EN UNG POLITIK: ti unge på 13-25 år og fem politikere. De unge repræsenterer "sig selv", med så mangfoldige erfaringer som muligt.',
  }),
  on('integration-af-flygtninge', 'Integration af flygtninge', 'Integration', { note: twoIntegration }),
  on('ny-sundhedspolitik', 'Ny sundhedspolitik', 'Sundhedspolitik', { note: twoHealth }),
  on('indretning-af-ungdomsboliger', 'Indretning af ungdomsboliger', 'Indretning af ungdomsboliger', {
    status: 'current',
  }),
  on('vi-skaber-sammen', 'Vi Skaber Sammen', 'Vi Skaber Sammen', {
    status: 'current',
    purpose:
      'Hvordan kan borgerne i højere grad være med til at identificere de udfordringer og muligheder, der tages op lokalpolitisk? Hvordan kan politikerne og forvaltningen gribe de konkrete udfordringer og initiativer, som borgerne peger på? Hvordan kan borgerne og forvaltningen sammen omsætte kommunens politikker og strategier til handling?',
  }),
]
