// People: the one list of mandates. Everything else (the GraphQL enum, the colours, the tests) is derived from it.

/**
 * What somebody is when they write, speak or decide. Chair, vice-chair, mayor, drafter and clerk are offices on top
 * of a mandate, not mandates. `guest` is a mandate without a person. The order is the order on screen.
 */
export const mandateKinds = [
  'council-member',
  'citizen-member',
  'invited',
  'expert',
  'administration',
  'facilitator',
  'guest',
  'resident',
] as const

export type MandateKind = (typeof mandateKinds)[number]
