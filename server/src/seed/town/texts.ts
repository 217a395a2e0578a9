// Seed: what stands in the commissions' texts. Invented; dates come from the calendar.
import type { FilledSections } from '@faellesrum/schema/drafts'
import type { TaskCalendar } from '@faellesrum/schema/meetings'
import { Temporal } from 'temporal-polyfill'

const written = (date: string): string =>
  Temporal.PlainDate.from(date).toLocaleString('da-DK', { day: 'numeric', month: 'long', year: 'numeric' })

/** Version 1.0, as the council adopted it: eleven of the thirteen sections. */
export const youthPolicyText = (calendar: TaskCalendar): FilledSections => ({
  background:
    'Gentofte fik i 2016 en ungepolitik skrevet af unge og politikere sammen. Meget er lykkedes, og meget er forandret siden: hverdagen er blevet mere digital, og flere unge fortæller om pres og ensomhed. Kommunalbestyrelsen vil derfor bede en ny gruppe unge om at tage politikken op igen.',
  purpose:
    'At give unge mellem 13 og 25 år afgørende indflydelse på, hvad et godt ungeliv i Gentofte er, og hvad kommune, foreninger og unge selv skal gøre for det.',
  task: [
    'Udvalget skal',
    {
      numbered: 'a',
      items: [
        'beskrive de vigtigste udfordringer set med unges øjne,',
        'foreslå pejlemærker for de næste fem år,',
        'pege på højst otte indsatser og sige, hvem der kan drive dem,',
        'foreslå, hvordan unge følger op hvert år; de unge indkalder selv.',
      ],
    },
  ],
  participants: [
    '5 medlemmer af Kommunalbestyrelsen og 10 unge. Unge repræsenterer sig selv.',
    {
      items: [
        'mindst 3 på 13-15 år, 3 på 16-18 år og 2 på 19-25 år',
        'mindst 4 bydele',
        'mindst 2 fra erhvervsuddannelse eller uden for uddannelse',
        'mindst 2 uden for foreningslivet',
      ],
    },
  ],
  'working-form':
    '6 møder à 2½ time, første time uden oplæg. Facilitator. Alle papirer på højst to sider. Fælles skrivning i portalen. Tillid, åbenhed og tryghed er aftalt på første møde. Transport og mad er betalt.',
  involvement:
    'Ungecamp over 24 timer på rådhuset for op til 100 unge; åbne tavler på skoler og i klubber; samtaler med unge, der sjældent bliver spurgt.',
  timetable: [
    {
      items: [
        `Fællesmøde ${written(calendar.draftAtJointMeeting)}`,
        `Nedsættelse ${written(calendar.established)}`,
        `Udpegning ${written(calendar.appointed)}`,
        `Første møde ${written(calendar.firstMeeting)}`,
        `Camp ${written(calendar.camp.from)} og ${written(calendar.camp.to)}`,
        `Orientering på fællesmøder ${calendar.briefings.map(written).join(' og ')}`,
        `Resultat på fællesmøde ${written(calendar.resultAtJointMeeting)}`,
        `Kommunalbestyrelsen ${written(calendar.decided)}`,
      ],
    },
  ],
  deliverables: 'Forslag til politik (højst 8 sider), film på 3 minutter, idékatalog, plan for opfølgning.',
  economy: '180.000 kr. til camp, facilitering og formidling inden for Kultur-, Unge- og Fritidsudvalgets ramme.',
  secretariat: 'Ungekonsulent og udvalgssekretær.',
  anchoring: 'Kultur-, Unge- og Fritidsudvalget og Skoleudvalget.',
})

export const youthProfiles = [
  { text: '13-15 år', atLeast: 3 },
  { text: '16-18 år', atLeast: 3 },
  { text: '19-25 år', atLeast: 2 },
  { text: 'fra erhvervsuddannelse eller uden for uddannelse', atLeast: 2 },
  { text: 'uden for foreningslivet', atLeast: 2 },
  { text: 'fra mindst fire bydele', atLeast: null },
] as const

/** Who wrote which section is told beside the text, so that a draft of several hands is one. */
export type DemoText = Readonly<{ sections: FilledSections; writers: Readonly<Record<string, string>> }>

const oda = 'Oda Lindskov'
const halfdan = 'Halfdan Riisager-Bro'
const birk = 'Birk Ellemose'
const solvej = 'Solvej Granhøj-Bek'
const elna = 'Elna Brinkholt'
const silas = 'Silas Bøgelund'

export const texts: Readonly<Record<string, DemoText>> = {
  'lokal-mad': {
    sections: {
      background: 'Kommunens køkkener laver mad til mange hver dag. Lidt af den kommer fra nærheden.',
      purpose: 'At mere af den mad, vi spiser i køkkener, skoler og butikker, er dyrket, fanget eller lavet tæt på.',
      task: 'Udvalget skal vise tre veje fra mark til tallerken og sige, hvad de koster.',
      participants: 'Fem politikere og ti borgere: mindst to, der laver mad for andre, og to, der dyrker den.',
      secretariat: 'Udvalgssekretæren samler tal fra kommunens køkkener inden første møde.',
      anchoring: 'Økonomiudvalget.',
    },
    writers: {
      background: oda,
      purpose: halfdan,
      task: oda,
      participants: halfdan,
      secretariat: birk,
      anchoring: birk,
    },
  },
  'kultur-i-kvarteret': {
    sections: {
      background:
        'Kulturhusene er gode for dem, der kommer der. Mange gør ikke. Udkastet har været på fællesmøde én gang og kom tilbage med et spørgsmål: Hvem er det, vi ikke når?',
      purpose: 'At kulturen kommer derhen, hvor folk bor, og at de, der bor der, bestemmer, hvad den er.',
      task: [
        'Udvalget skal',
        {
          numbered: 'a',
          items: [
            'gå en tur i hver bydel og skrive ned, hvor der kunne ske noget,',
            'afprøve tre arrangementer i gårde, på pladser og i opgange,',
            'foreslå, hvordan naboer selv får lov og nøgle.',
          ],
        },
      ],
      participants: 'Fem politikere og ti borgere, mindst én fra hver bydel.',
      involvement: 'Kaffevogn på syv pladser. Ingen tilmelding, ingen skema.',
      deliverables: 'En vejledning på to sider og en plan for det første år.',
      anchoring: 'Kultur-, Unge- og Fritidsudvalget.',
    },
    writers: {
      background: elna,
      purpose: silas,
      task: solvej,
      participants: silas,
      involvement: solvej,
      deliverables: elna,
      anchoring: birk,
    },
  },
  'hjaelp-til-det-digitale': simple(
    'Frants Overvad',
    'Mere og mere foregår på en skærm. Nogle klarer det let, andre venter, til nogen kommer forbi.',
    'At alle kan klare deres ærinde med kommunen, også de, der helst vil tale med et menneske.',
    'Udvalget skal foreslå principper for, hvornår der altid er et menneske at tale med, og pege på fire steder, hvor hjælpen kan være.',
    'Principper på én side og et forslag til fire hjælpesteder.',
  ),
  'naboskab-i-bydelen': simple(
    'Gurli Tornebo',
    'Mange kender deres nabos bil bedre end deres nabo.',
    'At naboer kender hinanden, før de får brug for det.',
    'Udvalget skal finde ud af, hvad der får naboer til at tale sammen, og foreslå, hvad kommunen skal lade være med.',
    'Et idékatalog og fem aftaler med grundejerforeninger og boligselskaber.',
  ),
  'frivillige-haender': simple(
    'Ingelise Mønbak',
    'Der er mange, der vil hjælpe, og mange, der gerne vil have hjælp. De mødes ikke altid.',
    'At frivillige og kommune finder hinanden uden at tage opgaven fra hinanden.',
    'Udvalget skal beskrive grænsen mellem det frivillige og det kommunale og foreslå en fast dør ind.',
    'Principper for samarbejde og et forslag til én indgang.',
  ),
  'groenne-veje': simple(
    'Thea Krogsbæk',
    'Vejen til skole og station er den samme hver dag. Den kunne være grønnere, og den kunne være sikrere.',
    'At de daglige veje bliver grønnere og sikrere.',
    'Udvalget skal vælge ti strækninger sammen med dem, der bruger dem, og foreslå, hvad der skal ske på hver.',
    'Ti strækninger med tegning, pris og rækkefølge.',
  ),
  'aeldre-i-faellesskab': simple(
    'Karla Steenvang',
    'Flere lever længere, og flere bor alene. Alder er ikke ensomhed, men vejen imellem kan være kort.',
    'At alder ikke bliver til ensomhed.',
    'Udvalget skal pege på, hvornår i livet fællesskaber falder bort, og foreslå, hvad der kan gribe.',
    'En strategi på seks sider og tre prøvehandlinger.',
  ),
  'liv-i-biblioteket': simple(
    'Nikolai Aspegaard',
    'Dørene er åbne hele døgnet. Hvad skal der ske bag dem, når ingen har vagt?',
    'At bibliotekerne er levende steder på alle tider.',
    'Udvalget skal foreslå, hvad bibliotekerne skal kunne, hvem der må bruge rummene, og hvem der passer på dem.',
    'Et forslag til biblioteksstrategi.',
  ),
  'lys-og-moerke-i-byen': simple(
    'Didrik Sandvang',
    'Lys giver tryghed. Mørke giver stjerner, søvn og flagermus.',
    'At byen lyser, hvor den skal, og er mørk, hvor den må.',
    'Udvalget skal tegne et kort over lys og mørke og foreslå regler for, hvem der tænder.',
    'Et kort og principper på én side.',
  ),
}

function simple(writer: string, background: string, purpose: string, task: string, deliverables: string): DemoText {
  const sections = { background, purpose, task, deliverables }
  return { sections, writers: Object.fromEntries(Object.keys(sections).map((key) => [key, writer])) }
}
