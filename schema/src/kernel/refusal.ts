// The kernel: an expected no. A closed list of codes, the facts, and (in the catalogue of the
// reader's language) a sentence that a councillor understands. A refusal is never an incident.

/**
 * Every code that a refusal may carry. The list is closed: an act that wants a new kind of no adds it
 * here and its sentence in refusal-texts.ts, and a test counts both.
 */
export const refusalCodes = [
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'CHANGED_MEANWHILE',
  'KEY_REUSED',
  'WRONG_STATE',
  'EVIDENCE_MISSING',
  'OUT_OF_RANGE',
  'TOO_LONG',
  'ALREADY_SO',
  'DATES_REVERSED',
  'IN_THE_FUTURE',
  'BEFORE_ITS_STATE',
  'NOT_SHOWN_BEFORE',
  'NOT_A_MEMBER',
  'NOT_IN_OFFICE_THEN',
  'WRONG_KIND',
  'WRONG_SHAPE',
  'INVITATION_SPENT',
  'SEATS_DISAGREE',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** Facts are small and readable: names, dates, numbers; never a stack, an address or a token. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type Refusal = Readonly<{ code: RefusalCode; facts: Facts }>

export const refusal = (code: RefusalCode, facts: Facts = {}): Refusal => ({ code, facts })
