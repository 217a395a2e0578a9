// The probes: which there are, and in which sizes.
import type { Probe } from './probe.js'
import { cookieToRoom, protocol, rooms } from './work/doors.js'
import { wsFragments, wsFrames } from './work/frames.js'
import { impersonate } from './work/identity.js'
import { poison } from './work/poison.js'
import { collabReadonly } from './work/readers.js'
import { revokeLive } from './work/revoke.js'
import { poisonShapes } from './work/shapes.js'

export const probes: Readonly<Record<string, Probe>> = {
  'ws-frames': { about: 'frames and requests that break the websocket', run: wsFrames, full: 100_000, quick: 2000 },
  'ws-fragments': {
    about: 'messages in pieces that never end, requests that never arrive',
    run: wsFragments,
    full: 50,
    quick: 10,
  },
  poison: { about: 'real updates, spoilt', run: poison, full: 50_000, quick: 2000 },
  'poison-shapes': { about: 'updates that cost far more than they weigh', run: poisonShapes, full: 2000, quick: 200 },
  impersonate: { about: 'speaking as somebody else', run: impersonate, full: 10, quick: 1 },
  protocol: { about: 'messages that nobody speaks, and no right to speak at all', run: protocol, full: 100, quick: 1 },
  rooms: { about: 'addresses that no room has', run: rooms, full: 20_000, quick: 300 },
  'cookie-to-room': { about: 'the right to be somewhere else', run: cookieToRoom, full: 50, quick: 1 },
  'collab-readonly': { about: 'whoever may read, and tries to write', run: collabReadonly, full: 50, quick: 1 },
  'revoke-live': { about: 'a right ends while its holder writes', run: revokeLive, full: 200, quick: 12 },
}
