// The door of the kernel: what would be the same in a bakery's software.
export { type Verdict, no, yes } from './verdict.js'
export { type Facts, type Refusal, type RefusalCode, refusal, refusalCodes } from './refusal.js'
export { type Language, languageOf, languages } from './language.js'
export { sentence } from './refusal-texts.js'
export { unreachable } from './unreachable.js'
export {
  type BodyId,
  type CommissionId,
  type DraftId,
  type Id,
  isId,
  type MandateId,
  newId,
  type PersonId,
} from './id.js'
export { addDays, day, dayAt, dayInWords, isWithin, type LocalDate, parseLocalDate } from './local-date.js'
