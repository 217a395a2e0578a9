// The kernel: what the words in a refusal's facts are called on screen. Facts themselves stay as programs know them.
import type { Language } from './language.js'

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>

const said = (da: string, en: string) => ({ da, en })

/** What a refusal may want. A test holds this list against every `wants` in the code. */
export const wantsWords: Words = {
  administration: said('forvaltningen', 'the administration'),
  drafter: said('formulator af kommissoriet', 'a drafter of the commission'),
  'council-member': said('medlem af Kommunalbestyrelsen', 'a member of the council'),
  mayor: said('borgmesteren', 'the mayor'),
  'another person': said('en anden person', 'another person'),
  'another mandate': said('et andet mandat', 'another mandate'),
  guardian: said('et ja fra forælder eller værge', "a parent's or guardian's yes"),
  because: said('en begrundelse', 'a reason'),
  reason: said('en begrundelse', 'a reason'),
  'body or commission': said('et udvalg eller et kommissorium', 'a body or a commission'),
  body: said('et udvalg', 'a body'),
  'one place': said('ét sted, ikke to', 'one place, not two'),
  mandate: said('et mandat', 'a mandate'),
  name: said('et navn', 'a name'),
  occurredAt: said('ret til at angive tidspunktet', 'the right to say when it was'),
  owner: said('et stående udvalg, det hører til', 'a standing committee that it belongs to'),
  person: said('en person', 'a person'),
  profile: said('en beskrivelse af profilen', 'the words of the profile'),
  text: said('en tekst', 'a text'),
  title: said('en titel', 'a title'),
  source: said('kilden: hvilket referat', 'the source: which minutes'),
  'seat-plan': said('en plan for pladserne', 'a seat plan'),
  'two-drafters': said('to formulatorer', 'two drafters'),
  'meeting-on-that-day': said('et møde på den dag', 'a meeting on that day'),
  'meeting-of-that-body': said('et møde i det udvalg', 'a meeting of that body'),
  council: said('Kommunalbestyrelsen', 'the council'),
  itself: said('opgaveudvalget selv', 'the task committee itself'),
  'ordinary-council': said('et ordinært møde i Kommunalbestyrelsen', 'an ordinary council meeting'),
  'extraordinary-council': said('et ekstraordinært møde i Kommunalbestyrelsen', 'an extraordinary council meeting'),
  joint: said('et fællesmøde', 'a joint meeting'),
  standing: said('et møde i et stående udvalg', 'a meeting of a standing committee'),
  'task-committee': said('et møde i opgaveudvalget', 'a meeting of the task committee'),
}

const stateWords: Words = {
  identified: said('Identificeret', 'Identified'),
  formulating: said('Formulering', 'Formulating'),
  'at-joint-meeting': said('Udkast på fællesmøde', 'Draft at a joint meeting'),
  established: said('Nedsat', 'Established'),
  recruiting: said('Rekruttering', 'Recruiting'),
  appointed: said('Udpeget', 'Appointed'),
  working: said('I arbejde', 'At work'),
  'result-at-joint-meeting': said('Resultat på fællesmøde', 'Result at a joint meeting'),
  adopted: said('Afleveret / vedtaget', 'Delivered / adopted'),
  'handed-over': said('Overdraget', 'Handed over'),
  dissolved: said('Opløst', 'Dissolved'),
  closed: said('lukket', 'closed'),
  open: said('åben', 'open'),
  frozen: said('frosset', 'frozen'),
  sealed: said('forseglet', 'sealed'),
}

const either: Readonly<Record<Language, string>> = { da: ' eller ', en: ' or ' }

/** The fact as one reads it; alternatives stand with a bar between them. What has no words here is said as it is. */
const inWords = (words: Words, fact: unknown, language: Language): string | undefined =>
  typeof fact === 'string'
    ? fact.split('|').map((part) => words[part]?.[language] ?? part).join(either[language])
    : undefined

export const wanted = (fact: unknown, language: Language): string | undefined => inWords(wantsWords, fact, language)
export const stated = (fact: unknown, language: Language): string | undefined => inWords(stateWords, fact, language)
