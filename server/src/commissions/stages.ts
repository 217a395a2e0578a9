// Commissions: the rail of ten states with what is on record about each, for many commissions in two statements.
import { type CommissionState, commissionStates, edgesFrom, needTexts, numberOf } from '@faellesrum/schema/commissions'
import {
  carriedAll,
  carriedKey,
  computed,
  everyone,
  one,
  raw,
  type Reading,
  type Row,
  values,
  type Visit,
} from '../platform/index.js'
import { evidenceTexts, noPosition, sentBack } from './commission-texts.js'

type Proof = Readonly<{ about: string; state: CommissionState; on: string; enters: boolean }> & Row

/** `stages` of the commissions with these ids, in order. */
async function stagesOf(rows: readonly Row[], { town, language }: Visit): Promise<object[][]> {
  const ids = rows.map((row) => row['$id'] as string)
  const [proofs, plans] = await Promise.all([
    town.database.read(
      `select commission_id as about, state, on_day as "on", enters, body_id as "bodyId", meeting_id as "meetingId", source,
              recorded_at as "recordedAt", by_person as "byId"
         from commissions.evidence where commission_id = any($1::uuid[]) order by id`,
      [ids],
    ),
    town.database.read(
      'select commission_id as about, state, on_day as "on" from commissions.plan where commission_id = any($1::uuid[])',
      [ids],
    ),
  ])
  return rows.map((row) => {
    const own = (proofs as Proof[]).filter((proof) => proof.about === row['$id'])
    let before: CommissionState | null = null
    const said = own.map((proof) => {
      const back = proof.enters && before !== null && numberOf(proof.state) < numberOf(before)
      if (proof.enters) before = proof.state
      const text = !proof.enters ? noPosition : back ? sentBack : evidenceTexts[proof.state]
      return { ...proof, sentence: text[language], written: proof['source'] as string }
    })
    // Dissolved is no part of the rail until it happens.
    const rail = commissionStates.filter((state) => state !== 'dissolved' || row['$state'] === 'dissolved')
    return rail.map((state) => {
      const entered = said.filter((proof) => proof.state === state && proof.enters)
      const proofs = said.filter((proof) => proof.state === state)
      // Of several words that a state waits for the latest dates it, whichever was put on record last (KO6).
      const reached = entered.length === 0 ? null : proofs.map(({ on }) => on).sort().at(-1)!
      return {
        state,
        number: numberOf(state),
        reachedOn: reached,
        plannedOn:
          reached === null
            ? (plans.find((plan) => plan['about'] === row['$id'] && plan['state'] === state)?.['on'] ?? null)
            : null,
        proofs,
        times: entered.length,
      }
    })
  })
}

export const stagesLine = computed({ id: raw('t.id'), state: raw('t.state') }, stagesOf, everyone)

/** Until a gate has an act of its own, minutes enter every state. */
const enteringAct = 'recordFromMinutes'

export const nextLine = computed(
  { state: raw('t.state') },
  (rows, { language }) =>
    rows.map((row) =>
      edgesFrom(row['$state']).map((edge) => ({
        to: edge.to,
        act: enteringAct,
        needs: edge.needs.map((need) => needTexts[need][language]),
      })),
    ),
  everyone,
)

export const stageReadings: readonly Reading[] = [
  values('CommissionStage', {
    ...carriedAll(['state', 'number', 'reachedOn', 'plannedOn', 'times'], everyone),
    evidence: computed({}, (rows) => rows.map((row) => row['proofs']), everyone),
  }),
  values('Evidence', {
    ...carriedAll(['sentence', 'on', 'recordedAt'], everyone),
    source: computed(
      {},
      (rows) => rows.map((row) => ({ title: row['written'], place: null, note: null, url: null })),
      everyone,
    ),
    body: one('Body', carriedKey('bodyId'), everyone),
    meeting: one('Meeting', carriedKey('meetingId'), everyone),
    by: one('Person', carriedKey('byId'), everyone),
  }),
  values('NextStep', carriedAll(['to', 'act', 'needs'], everyone)),
]
