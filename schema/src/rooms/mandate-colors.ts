// Rooms: the colour of a mandate, for carets and presence. Colour says mandate, never person; a shape goes with it.
import type { MandateKind } from '../people/index.js'

/** On white and on its own soft ground each has a contrast of at least 5.4. Set by collab, never by the client. */
export const mandateColors: Readonly<Record<MandateKind, `#${string}`>> = {
  'council-member': '#5b3a86',
  'citizen-member': '#0f6a4c',
  invited: '#8a4b08',
  expert: '#8a2c5b',
  administration: '#4a5560',
  facilitator: '#655610',
  guest: '#963820',
  resident: '#1b5f7a',
}
