// The door of drafts: the shape of a text that several people write, and who wrote what of it.
//
//   shape       draftShape (in every pass), draftNodes, draftMarks, blockNames (plain specs), draftSchema, safeHref
//   reading     readDraft(fragment | update) → { json, faults }; plainText, countWords, renderHtml, canonicalize
//   beginning   commissionBeginning(title, filled, author, language?) → { json, who };
//               beginDraft(json, client, who) → { update, authors }
//   writing     writeTarget(doc, wanted, client, whose) → { update, authors } | null: the least change, for the server
//   erasure     withoutWords(json, runs, phrases) → { json, runs, found }
//   replaying   unknownPart(doc, update): what a log's row says that is not known yet
//   author map  AuthorMap (`authors:v1`), authorMapFault(update, authors) → null | why the row must be refused
//   template    commissionSections (key, title, guide), sectionId(key), isTemplateBlock(block), sectionWords(json)
//   authorship  new Attribution().feed(rows of the log).runs() → CreditedRun[], which fits the rooms' AuthoredRun; .removed()
//   shares      countShares(json, runs) → letters per author; publicShares(shares, kindOf) → by mandate, no small groups
export { type AttributedRow, Attribution, attributionVersion } from './attribution.js'
export type { CreditedRun, RemovedRun } from './credited-runs.js'
export { type Author, authorKey, type UnvouchedSource, unvouchedSources } from './author.js'
export {
  type AuthorMap,
  type AuthorMapFault,
  authorMapFault,
  authorMapVersion,
  type AuthorRef,
  isAuthorMap,
} from './author-map.js'
export { beginDraft, type WrittenBy } from './begin-draft.js'
export { canonicalize } from './canonical.js'
export { commissionBeginning, type FilledSections, type Passage, sectionWords } from './commission-beginning.js'
export { deepest, type DraftReading, draftRoot, readDraft } from './draft-doc.js'
export { type AttrValue, type DraftJson, type DraftMark, type DraftNode, idOf, levelOf } from './draft-json.js'
export {
  blockNames,
  draftMarks,
  draftNodes,
  draftSchema,
  draftShape,
  headingLevels,
  type MarkName,
  type NodeName,
} from './draft-nodes.js'
export { unknownPart } from './known-part.js'
export type { DraftFault } from './fit.js'
export { countLetters, countWords, plainText } from './plain-text.js'
export { type HtmlOptions, renderHtml } from './render-html.js'
export { safeHref } from './safe-href.js'
export { type AuthorShare, countShares, type PublicShare, publicShares } from './shares.js'
export { omission, withoutWords } from './without-words.js'
export { type WhoseWords, writeTarget } from './write-target.js'
export { commissionSections, isTemplateBlock, type Language, sectionId, type SectionKey } from './template.js'
