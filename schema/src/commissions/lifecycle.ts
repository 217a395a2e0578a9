// Commissions: the states and the edges between them, as data. The drawing on screen, the policy and the tests read
// this and nothing else. SPEC KO1, KO2.
import type { BodyKind } from '../committees/index.js'
import type { MeetingKind } from '../meetings/index.js'

/** In the order of the rail. All but the last carry the number that the municipality's own drawing gives them. */
export const commissionStates = [
  'identified',
  'formulating',
  'at-joint-meeting',
  'established',
  'recruiting',
  'appointed',
  'working',
  'result-at-joint-meeting',
  'adopted',
  'handed-over',
  'dissolved',
] as const
export type CommissionState = (typeof commissionStates)[number]

/** 1 to 10, and 11 for dissolved, which the drawing marks x. */
export const numberOf = (state: CommissionState): number => commissionStates.indexOf(state) + 1

/** What an edge waits for, beside its date and source. The sentences are in need-texts.ts. */
export const needs = [
  'owner',
  'two-drafters',
  'seat-plan',
  'ordinary-council-meeting',
  'council-meeting',
  'joint-meeting',
  'owner-meeting',
  'task-committee-meeting',
  'result-shown-before',
  'no-position-of-each-owner',
] as const
export type Need = (typeof needs)[number]

/** Whose word enters the state: the council, an owner committee, the task committee itself, or nobody in particular. */
export type Speaker = 'council' | 'owner' | 'itself' | null

export type Edge = Readonly<{
  from: CommissionState | null
  to: CommissionState
  speaker: Speaker
  /** Kinds of meeting that may have decided it; none where no meeting is asked for. */
  meetings: readonly MeetingKind[]
  needs: readonly Need[]
  /** The rule of 2017 that this edge carries, as numbered in the municipality's dated rules. */
  gate?: 'drafters' | 'joint-draft' | 'joint-result'
}>

const anyCouncil = ['ordinary-council', 'extraordinary-council'] as const

export const edges: readonly Edge[] = [
  {
    from: null,
    to: 'identified',
    speaker: 'owner',
    meetings: ['standing', 'joint'],
    needs: ['owner', 'owner-meeting'],
  },
  {
    from: 'identified',
    to: 'formulating',
    speaker: 'council',
    meetings: ['ordinary-council'],
    needs: ['two-drafters', 'ordinary-council-meeting'],
    gate: 'drafters',
  },
  {
    from: 'formulating',
    to: 'at-joint-meeting',
    speaker: 'owner',
    meetings: ['joint'],
    needs: ['joint-meeting'],
    gate: 'joint-draft',
  },
  {
    from: 'at-joint-meeting',
    to: 'formulating',
    speaker: 'owner',
    meetings: ['joint', 'standing'],
    needs: ['joint-meeting'],
  },
  {
    from: 'at-joint-meeting',
    to: 'established',
    speaker: 'council',
    meetings: anyCouncil,
    needs: ['owner', 'seat-plan', 'council-meeting'],
  },
  { from: 'established', to: 'recruiting', speaker: null, meetings: [], needs: [] },
  { from: 'recruiting', to: 'appointed', speaker: 'council', meetings: anyCouncil, needs: ['council-meeting'] },
  {
    from: 'appointed',
    to: 'working',
    speaker: 'itself',
    meetings: ['task-committee'],
    needs: ['task-committee-meeting'],
  },
  {
    from: 'working',
    to: 'result-at-joint-meeting',
    speaker: 'owner',
    meetings: ['joint'],
    needs: ['joint-meeting'],
    gate: 'joint-result',
  },
  {
    from: 'result-at-joint-meeting',
    to: 'adopted',
    speaker: 'council',
    meetings: anyCouncil,
    needs: ['council-meeting', 'result-shown-before'],
  },
  {
    from: 'result-at-joint-meeting',
    to: 'handed-over',
    speaker: 'owner',
    meetings: ['standing', 'joint'],
    needs: ['owner-meeting', 'no-position-of-each-owner'],
  },
  { from: 'adopted', to: 'handed-over', speaker: null, meetings: [], needs: [] },
  { from: 'handed-over', to: 'dissolved', speaker: null, meetings: [], needs: [] },
]

export const edgesFrom = (state: CommissionState): readonly Edge[] => edges.filter((edge) => edge.from === state)

export const edgeBetween = (from: CommissionState | null, to: CommissionState): Edge | null =>
  edges.find((edge) => edge.from === from && edge.to === to) ?? null

/** Kinds of body that may speak for an edge. */
export function speakersOf(speaker: Speaker): readonly BodyKind[] {
  if (speaker === 'council') return ['council']
  if (speaker === 'owner') return ['standing-committee', 'finance-committee']
  return speaker === 'itself' ? ['task-committee'] : []
}

/** States 1 to 3: there is a text and no body yet. */
export const isBeforeAdoption = (state: CommissionState): boolean => numberOf(state) < numberOf('established')
