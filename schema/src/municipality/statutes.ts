// Municipality: the by-law, as far as the presentation quotes it; paragraphs have anchors so that others can quote
// them.
import { type Said, slide, type Source } from './provenance.js'

export type StatuteParagraph = Readonly<{ anchor: string; heading: Said; text: string; place: string }>
export type StatuteVersion = Readonly<{
  slug: string
  title: string
  dated: Said
  paragraphs: readonly StatuteParagraph[]
  source: Source
}>

/** Texts are verbatim and therefore Danish. Date and number of the paragraphs are unknown (open question 12). */
export const statutes: readonly StatuteVersion[] = [
  {
    slug: 'styrelsesvedtaegt-citeret-i-oplaegget',
    title: 'Gentofte Kommunes styrelsesvedtægt',
    dated: {
      da: 'citeret i oplægget; dato og paragraf ukendt',
      en: 'as quoted in the presentation; date and paragraph unknown',
    },
    paragraphs: [
      {
        anchor: 'staaende-udvalg',
        heading: { da: 'Stående udvalg', en: 'Standing committees' },
        text: 'De stående udvalg understøtter kommunalbestyrelsens samlede ledelse og styring af kommunen ved at sikre en tværgående, helhedsorienteret og langsigtet udvikling af deres ressortområde gennem politikudvikling og opfølgning på de vedtagne politikker',
        place: 'Stående udvalg',
      },
      {
        anchor: 'opgaveudvalg',
        heading: { da: 'Opgaveudvalg', en: 'Task committees' },
        text: 'Opgaveudvalgene skal i fællesskab med borgerne og andre interessenter udvikle ideer, forslag til politikker, nye strategier til kommunalbestyrelsen',
        place: 'Opgaveudvalg med borgerinddragelse',
      },
    ],
    source: slide('Stående udvalg; Opgaveudvalg med borgerinddragelse'),
  },
]
