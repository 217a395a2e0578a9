// The door of municipality: what its own presentation says, as data with provenance.
export { type SourceBody, bodiesOfTheSource } from './bodies-of-the-source.js'
export { type EvaluationFigure, evaluationFigures } from './evaluation-figures.js'
export { type Figure, figures } from './figures.js'
export { type LeftOut, leftOut } from './left-out.js'
export { type AdministrativeArea, administrativeAreas, type District, districts } from './places.js'
export { deckTitle, page, type Said, slide, type Source, undated } from './provenance.js'
export { municipality, newWay, oldWay, portalSentence, question } from './reference-texts.js'
export { type DatedRule, datedRules, rulesOn } from './rules-of-2017.js'
export { type StatuteParagraph, type StatuteVersion, statutes } from './statutes.js'
export {
  chartSlide,
  listSlide,
  ownersUnknown,
  periodOfTheList,
  type SourceTaskCommittee,
  taskCommitteesOfTheSource,
} from './task-committees-of-the-source.js'
