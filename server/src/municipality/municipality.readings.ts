// Municipality: its own words as values, in the reader's language where they are not quoted.
import {
  administrativeAreas,
  districts,
  evaluationFigures,
  figures,
  leftOut,
  municipality,
  newWay,
  oldWay,
  portalSentence,
  question,
  rulesOn,
  type Said,
  statutes,
} from '@faellesrum/schema/municipality'
import type { LocalDate } from '@faellesrum/schema/kernel'
import {
  carriedAll,
  carriedKey,
  computed,
  everyone,
  many,
  raw,
  type Reading,
  type Row,
  values,
  type Visit,
} from '../platform/index.js'

const said = (words: Said, { language }: Visit): string => words[language]

/** Area and body, as pairs of slugs; they stand in our own source, so they may stand in the statement. */
const pairs = administrativeAreas.flatMap((area) => area.bodies.map((body) => `('${area.slug}', '${body}')`)).join(', ')

const list = (of: (visit: Visit) => readonly object[]) =>
  computed({}, (rows, visit) => rows.map(() => of(visit).map((each) => ({ ...each }))), everyone)

export const municipalityValue = (demo: boolean): Row => ({
  name: municipality.name,
  zone: municipality.zone,
  question: question.text,
  portalSentence: portalSentence.text,
  oldWay,
  newWay,
  demo,
})

export const municipalityReadings: readonly Reading[] = [
  values('Municipality', {
    ...carriedAll(['name', 'zone', 'question', 'portalSentence', 'oldWay', 'newWay', 'demo'], everyone),
    figures: list((visit) =>
      figures.map((figure) => ({
        ...figure,
        label: said(figure.label, visit),
        value: said(figure.value, visit),
        note: figure.note && said(figure.note, visit),
      })),
    ),
    districts: list(() => districts),
    administrativeAreas: list((visit) =>
      administrativeAreas.map(({ slug, name, source }) => ({ slug, name: said(name, visit), source })),
    ),
    rules: computed(
      {},
      (rows, visit, args) =>
        rows.map(() =>
          rulesOn((args['on'] as LocalDate | null | undefined) ?? null).map((rule) => ({
            ...rule,
            text: said(rule.text, visit),
          })),
        ),
      everyone,
    ),
    statutes: list((visit) =>
      statutes.map((statute) => ({
        ...statute,
        dated: said(statute.dated, visit),
        paragraphs: statute.paragraphs.map((paragraph) => ({ ...paragraph, heading: said(paragraph.heading, visit) })),
      })),
    ),
    evaluationFigures: list((visit) =>
      evaluationFigures.map((figure) => ({
        ...figure,
        group: said(figure.group, visit),
        statement: said(figure.statement, visit),
        respondents: said(figure.respondents, visit),
        dated: said(figure.dated, visit),
      })),
    ),
    leftOut: list((visit) =>
      leftOut.map((each) => ({ what: said(each.what, visit), why: said(each.why, visit), source: each.source })),
    ),
  }),
  values('Figure', carriedAll(['key', 'label', 'value', 'note', 'source'], everyone)),
  values('District', carriedAll(['slug', 'name'], everyone)),
  values('AdministrativeArea', {
    ...carriedAll(['slug', 'name', 'source'], everyone),
    bodies: many(
      'Body',
      {
        by: carriedKey('slug'),
        match: raw('a.area'),
        join: raw(`join (values ${pairs}) a(area, body) on a.body = t.slug`),
        order: [{ by: raw('t.name'), type: 'text' }],
      },
      everyone,
    ),
  }),
  values('DatedRule', carriedAll(['key', 'gate', 'text', 'validFrom', 'validTo', 'source'], everyone)),
  values('StatuteVersion', carriedAll(['slug', 'title', 'dated', 'paragraphs', 'source'], everyone)),
  values('StatuteParagraph', carriedAll(['anchor', 'heading', 'text'], everyone)),
  values('EvaluationFigure', carriedAll(['percent', 'group', 'statement', 'respondents', 'dated', 'source'], everyone)),
  values('LeftOut', carriedAll(['what', 'why', 'source'], everyone)),
]
