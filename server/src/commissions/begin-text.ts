// Commissions: the act that gives a commission its text: a draft with a room, begun from the template.
import { no, refusal, yes } from '@faellesrum/schema/kernel'
import type { FilledSections } from '@faellesrum/schema/drafts'
import { act, type ActInput, globalId } from '../platform/index.js'
import { type SectionWriter, beginCommissionDraft } from '../drafts/index.js'
import { CommissionEntity } from './commission.entity.js'
import { type CommissionFacts, loadCommission } from './commission-facts.js'
import { commissionsPolicy, mayDate } from './commissions.policy.js'

export type BeginTextInput = ActInput &
  Readonly<{
    commission: string
    title: string
    sections: FilledSections
    /** Who wrote what, by section; a section without a writer counts as the template's. */
    writers: Readonly<Record<string, SectionWriter>>
    /** The version's name where the text came in with one. */
    versionName: string | null
  }>

export const beginText = act<BeginTextInput, CommissionFacts, null, { commission: string; draft: string }>({
  name: 'begin-text',
  mayDate,
  facts: (tx, input, { day }) => loadCommission(tx, input.commission, day),
  policy: commissionsPolicy['begin-text'],
  rule: (facts) =>
    facts.draftId === null ? yes(null) : no(refusal('ALREADY_SO', { commission: facts.name, wants: 'text' })),
  async write(writing, _decision, _facts, input, { town }) {
    const draft = await beginCommissionDraft(writing, town, input)
    await writing.manager.update(CommissionEntity, { id: input.commission }, { draft })
    writing.event({ kind: 'commission', id: input.commission })
    return {
      result: { commission: input.commission, draft },
      about: [globalId('Commission', input.commission), globalId('Draft', draft)],
      record: { versionName: input.versionName },
    }
  },
})
