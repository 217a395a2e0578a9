// The kernel: what a refusal says to people, in Danish and English. One line per code and language; a test counts both.
import { stated, wanted } from './fact-words.js'
import type { Language } from './language.js'
import type { Facts, Refusal, RefusalCode } from './refusal.js'

type Text = (facts: Facts) => string

/** The fact as text with words around it, or nothing where it is missing: `with('den ', facts.from, ' ')`. */
const put = (before: string, fact: Facts[string] | undefined, after = ''): string =>
  fact === undefined || fact === null || fact === ''
    ? ''
    : `${before}${Array.isArray(fact) ? fact.join(', ') : String(fact)}${after}`

const texts: Readonly<Record<RefusalCode, Readonly<Record<Language, Text>>>> = {
  NOT_SIGNED_IN: {
    da: () => 'Log ind først. Så kan vi se, hvad du må.',
    en: () => 'Sign in first, so that we can see what you may do.',
  },
  NOT_ALLOWED: {
    da: (facts) =>
      `Det må du ikke med de mandater, du har nu.${put(' Det kræver: ', wanted(facts['wants'], 'da'), '.')}`,
    en: (facts) =>
      `The mandates you hold now do not allow this.${put(' It takes: ', wanted(facts['wants'], 'en'), '.')}`,
  },
  NOT_FOUND: {
    da: () => 'Det findes ikke, eller det er ikke for dig.',
    en: () => 'It does not exist, or it is not for you.',
  },
  CHANGED_MEANWHILE: {
    da: (facts) =>
      `Det er ændret, siden du hentede siden${put(', af ', facts['who'])}${put(' (', facts['when'], ')')}. Hent siden igen, og se på det nye først.`,
    en: (facts) =>
      `It has changed since you loaded the page${put(', by ', facts['who'])}${put(' (', facts['when'], ')')}. Load it again and look at what is new first.`,
  },
  KEY_REUSED: {
    da: () => 'Den samme nøgle er brugt til noget andet. Prøv igen fra siden.',
    en: () => 'The same key was used for something else. Try again from the page.',
  },
  WRONG_STATE: {
    da: (facts) => `Det kan ikke gøres i den tilstand, det står i nu${put(' (', stated(facts['state'], 'da'), ')')}.`,
    en: (facts) => `This cannot be done in the state it is in now${put(' (', stated(facts['state'], 'en'), ')')}.`,
  },
  EVIDENCE_MISSING: {
    da: (facts) => `Der mangler noget at henvise til${put(': ', wanted(facts['wants'], 'da'))}.`,
    en: (facts) => `There is nothing yet to refer to${put(': ', wanted(facts['wants'], 'en'))}.`,
  },
  OUT_OF_RANGE: {
    da: (facts) => `Tallet passer ikke${put(': mindst ', facts['atLeast'])}${put(', højst ', facts['atMost'])}.`,
    en: (facts) =>
      `The number does not fit${put(': at least ', facts['atLeast'])}${put(', at most ', facts['atMost'])}.`,
  },
  TOO_LONG: {
    da: (facts) => `Det er for langt${put(': højst ', facts['atMost'], ' tegn')}.`,
    en: (facts) => `It is too long${put(': at most ', facts['atMost'], ' characters')}.`,
  },
  ALREADY_SO: {
    da: () => 'Det er allerede sådan.',
    en: () => 'It is so already.',
  },
  DATES_REVERSED: {
    da: (facts) => `Slutdatoen${put(' ', facts['to'])} ligger før begyndelsen${put(' ', facts['from'])}.`,
    en: (facts) => `The end${put(' ', facts['to'])} lies before the beginning${put(' ', facts['from'])}.`,
  },
  IN_THE_FUTURE: {
    da: (facts) => `Datoen${put(' ', facts['on'])} er ikke kommet endnu. Her indføres kun det, der er sket.`,
    en: (facts) => `The date${put(' ', facts['on'])} is still to come. Only what has happened is put on record here.`,
  },
  BEFORE_ITS_STATE: {
    da: (facts) =>
      `Datoen${put(' ', facts['on'])} ligger før den tilstand, det bygger på` +
      `${put(', ', stated(facts['state'], 'da'))}${put(' fra ', facts['since'])}.`,
    en: (facts) =>
      `The date${put(' ', facts['on'])} lies before the state that it follows` +
      `${put(', ', stated(facts['state'], 'en'))}${put(' of ', facts['since'])}.`,
  },
  NOT_SHOWN_BEFORE: {
    da: (facts) =>
      `Resultatet skal være vist på et fællesmøde en dag før beslutningen${put(' (vist ', facts['since'], ')')}.`,
    en: (facts) =>
      `The result must have been shown at a joint meeting on a day before the decision` +
      `${put(' (shown ', facts['since'], ')')}.`,
  },
  NOT_A_MEMBER: {
    da: (facts) =>
      `${put('', facts['person']) || 'Personen'} har ikke den plads, det kræver${put(' (', facts['body'], ')')}.`,
    en: (facts) =>
      `${put('', facts['person']) || 'The person'} does not have the seat it takes${put(' (', facts['body'], ')')}.`,
  },
  NOT_IN_OFFICE_THEN: {
    da: (facts) => `Mandatet gjaldt ikke den dag${put(' (', facts['on'], ')')}.`,
    en: (facts) => `The mandate was not held on that day${put(' (', facts['on'], ')')}.`,
  },
  WRONG_KIND: {
    da: () => 'Det kan ikke være af den slags.',
    en: () => 'It cannot be of that kind.',
  },
  WRONG_SHAPE: {
    da: () => 'Siden er ældre end dokumentet. Hent siden igen.',
    en: () => 'The page is older than the document. Load the page again.',
  },
  INVITATION_SPENT: {
    da: () => 'Invitationen er brugt eller udløbet. Bed om en ny.',
    en: () => 'The invitation is spent or has expired. Ask for a new one.',
  },
  SEATS_DISAGREE: {
    da: () => 'Pladserne passer ikke med kommissoriet.',
    en: () => 'The seats do not agree with the commission.',
  },
}

/** A sentence that a councillor understands. */
export const sentence = (refusal: Refusal, language: Language): string => texts[refusal.code][language](refusal.facts)
