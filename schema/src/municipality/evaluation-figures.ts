// Municipality: what its evaluation found; number of respondents and date are not given, so they are carried as
// unknown.
import { type Said, slide, type Source, undated } from './provenance.js'

export type EvaluationFigure = Readonly<{
  percent: number
  group: Said
  statement: Said
  respondents: Said
  dated: Said
  source: Source
}>

const unknown: Said = { da: 'ukendt antal', en: 'number unknown' }
const politicians: Said = { da: 'politikerne', en: 'the politicians' }
const citizens: Said = { da: 'borgerne', en: 'the citizens' }
const of = (percent: number, group: Said, place: string, da: string, en: string): EvaluationFigure => ({
  percent,
  group,
  statement: { da, en },
  respondents: unknown,
  dated: undated,
  source: slide(place),
})
const hopes = 'Forhåbningerne er indfriet. Evaluering'
const worries = 'En del bekymringer er imødegået undervejs. Evaluering'

export const evaluationFigures: readonly EvaluationFigure[] = [
  of(
    77,
    politicians,
    hopes,
    'mener at arbejdet i opgaveudvalget alt andet lige betyder, at borgerne vil bidrage mere aktivt til gennemførelsen af nye initiativer og løsninger end de ellers ville have gjort',
    'think that the work in the task committee means that citizens will contribute more actively to carrying out new initiatives than they otherwise would',
  ),
  of(
    87,
    citizens,
    hopes,
    'oplevede, at arbejdet i opgaveudvalget har bidraget til at udvikle nogle gode og brugbare løsninger',
    'found that the work in the task committee helped to develop good and usable solutions',
  ),
  of(
    65,
    politicians,
    worries,
    'er helt eller delvist enige i, at det er lykkedes at rekruttere bredt',
    'agree wholly or partly that recruitment was broad',
  ),
  of(
    79,
    citizens,
    worries,
    'uenige i, at det var svært at følge med i diskussionerne, fordi de ikke havde al den relevante viden',
    'disagree that it was hard to follow the discussions because they did not have all the relevant knowledge',
  ),
  of(
    89,
    citizens,
    worries,
    'oplevede at politikerne var meget lydhøre overfor borgernes idéer og forslag',
    'found that the politicians were very responsive to the ideas and suggestions of citizens',
  ),
]
