// Commissions: what an edge waits for, in words.
import type { Need } from './lifecycle.js'

export const needTexts: Readonly<Record<Need, { da: string; en: string }>> = {
  owner: { da: 'Mindst ét ejerudvalg', en: 'At least one owner committee' },
  'two-drafters': {
    da: 'To formulatorer fra Kommunalbestyrelsen',
    en: 'Two drafters from the council',
  },
  'seat-plan': { da: 'En pladsplan', en: 'A seat plan' },
  'ordinary-council-meeting': {
    da: 'Beslutning på et ordinært møde i Kommunalbestyrelsen',
    en: 'A decision at an ordinary council meeting',
  },
  'council-meeting': { da: 'Beslutning i Kommunalbestyrelsen', en: 'A decision by the council' },
  'joint-meeting': { da: 'Drøftelse på et fællesmøde', en: 'A discussion at a joint meeting' },
  'owner-meeting': { da: 'Et møde i et ejerudvalg', en: 'A meeting of an owner committee' },
  'task-committee-meeting': { da: 'Opgaveudvalgets første møde', en: 'The first meeting of the task committee' },
  'result-shown-before': {
    da: 'Resultatet er vist på et fællesmøde en tidligere dag',
    en: 'The result was shown at a joint meeting on an earlier day',
  },
  'no-position-of-each-owner': {
    da: 'Hvert ejerudvalg har sagt, at Kommunalbestyrelsen ikke behøver at tage stilling',
    en: 'Each owner committee has said that the council need not take a position',
  },
}
