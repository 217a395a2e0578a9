// Meetings: the kinds, and whom each convenes. SPEC ME9.
import { type BodyKind } from '../committees/index.js'
import { no, refusal, type Verdict, yes } from '../kernel/index.js'

export const meetingKinds = [
  'ordinary-council',
  'extraordinary-council',
  'joint',
  'standing',
  'task-committee',
] as const
export type MeetingKind = (typeof meetingKinds)[number]

type Convening = Readonly<{ bodies: readonly BodyKind[]; several: boolean; at: string }>

/** Whom a meeting convenes, whether several at once, and at what hour it usually begins. */
export const convenings: Readonly<Record<MeetingKind, Convening>> = {
  'ordinary-council': { bodies: ['council'], several: false, at: '18:00' },
  'extraordinary-council': { bodies: ['council'], several: false, at: '18:00' },
  joint: { bodies: ['standing-committee', 'finance-committee'], several: true, at: '20:00' },
  standing: { bodies: ['standing-committee', 'finance-committee'], several: false, at: '16:00' },
  'task-committee': { bodies: ['task-committee'], several: false, at: '17:00' },
}

/** ME9. */
export function judgeConvening(kind: MeetingKind, bodies: readonly { kind: BodyKind; name: string }[]): Verdict<null> {
  const { bodies: kinds, several } = convenings[kind]
  const stranger = bodies.find((body) => !kinds.includes(body.kind))
  if (stranger) return no(refusal('WRONG_KIND', { meeting: kind, body: stranger.name, bodyKind: stranger.kind }))
  if (bodies.length === 0 || (!several && bodies.length > 1)) {
    return no(refusal('OUT_OF_RANGE', { meeting: kind, bodies: bodies.length }))
  }
  return yes(null)
}
