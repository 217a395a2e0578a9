// Drafts: the template of a commission, thirteen sections as data. A section is a heading with a fixed block id; its
// guiding text is shown beside an empty section and never stands in the text itself.

export const commissionSections = [
  {
    key: 'background',
    title: { da: 'Baggrund', en: 'Background' },
    guide: {
      da: 'Hvad er sket, siden emnet sidst var oppe, og hvorfor nu? Skriv det, en ny læser skal vide.',
      en: 'What has happened since this was last discussed, and why now? Write what a new reader must know.',
    },
  },
  {
    key: 'purpose',
    title: { da: 'Formål', en: 'Purpose' },
    guide: {
      da: 'Hvad skal være anderledes bagefter, og for hvem? Én eller to sætninger.',
      en: 'What shall be different afterwards, and for whom? One or two sentences.',
    },
  },
  {
    key: 'task',
    title: { da: 'Opgave', en: 'Task' },
    guide: {
      da: 'Hvad skal udvalget beskrive, foreslå og pege på? Nummerér, så der kan svares punkt for punkt.',
      en: 'What shall the committee describe, propose and point out? Number the points, so that each can be answered.',
    },
  },
  {
    key: 'participants',
    title: { da: 'Deltagere', en: 'Participants' },
    guide: {
      da: 'Hvor mange politikere og borgere, og hvilke erfaringer skal være med? Skriv antal og profiler.',
      en: 'How many politicians and citizens, and which experience must be present? Give numbers and profiles.',
    },
  },
  {
    key: 'working-form',
    title: { da: 'Arbejdsform', en: 'Way of working' },
    guide: {
      da: 'Hvor mange møder, hvor lange, og hvordan arbejdes der imellem dem?',
      en: 'How many meetings, how long, and how is the work done between them?',
    },
  },
  {
    key: 'involvement',
    title: { da: 'Inddragelse', en: 'Involvement' },
    guide: {
      da: 'Hvem skal spørges ud over udvalget, hvordan, og hvem bliver ellers sjældent spurgt?',
      en: 'Who shall be asked beyond the committee, how, and who is otherwise rarely asked?',
    },
  },
  {
    key: 'timetable',
    title: { da: 'Tidsplan', en: 'Timetable' },
    guide: {
      da: 'Fra fællesmøde til beslutning: datoer for nedsættelse, udpegning, første møde, orientering og resultat.',
      en: 'From joint meeting to decision: dates of setting up, appointing, first meeting, briefings and result.',
    },
  },
  {
    key: 'deliverables',
    title: { da: 'Leverancer', en: 'Deliverables' },
    guide: {
      da: 'Hvad ligger på bordet til sidst, og hvor langt må det være?',
      en: 'What lies on the table in the end, and how long may it be?',
    },
  },
  {
    key: 'economy',
    title: { da: 'Økonomi', en: 'Economy' },
    guide: {
      da: 'Hvilket beløb, hvad det dækker, og af hvilken ramme det tages.',
      en: 'Which amount, what it covers, and which budget it comes from.',
    },
  },
  {
    key: 'secretariat',
    title: { da: 'Sekretariat', en: 'Secretariat' },
    guide: {
      da: 'Hvem i forvaltningen hjælper udvalget, og hvem svarer på spørgsmål?',
      en: 'Who in the administration helps the committee, and who answers questions?',
    },
  },
  {
    key: 'anchoring',
    title: { da: 'Forankring', en: 'Anchoring' },
    guide: {
      da: 'Hvilke stående udvalg ejer opgaven og fører resultatet videre?',
      en: 'Which standing committees own the task and carry the result on?',
    },
  },
  {
    key: 'communication',
    title: { da: 'Kommunikation', en: 'Communication' },
    guide: {
      da: 'Hvordan får byen besked undervejs og bagefter, og hvem siger det?',
      en: 'How does the town hear of it during the work and afterwards, and who says it?',
    },
  },
  {
    key: 'appendices',
    title: { da: 'Bilag', en: 'Appendices' },
    guide: {
      da: 'Papirer, som læseren skal kunne slå op i. Skriv titel, dato og afsender.',
      en: 'Papers that the reader must be able to look up. Give title, date and sender.',
    },
  },
] as const

export type SectionKey = (typeof commissionSections)[number]['key']
export type Language = 'da' | 'en'

const ids: ReadonlySet<string> = new Set(['title', ...commissionSections.map(({ key }) => sectionId(key))])

/** The block id of a section's heading: stable, so that links, guides and gates find it. */
export function sectionId(key: SectionKey): string {
  return `section-${key}`
}

/** True for blocks that the template made: they are nobody's, and their letters do not count (AT13). */
export const isTemplateBlock = (block: string): boolean => ids.has(block)
