// Committees: offices, which stand on top of a mandate. Who may hold which is in composition.ts.

/** In the order on screen. `drafter` is an office of a commission (KO5); the others belong to a body. */
export const officeKinds = ['mayor', 'chair', 'vice-chair', 'drafter', 'clerk'] as const
export type OfficeKind = (typeof officeKinds)[number]
