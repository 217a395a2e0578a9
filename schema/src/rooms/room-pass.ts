// Rooms: the signed right to enter one room. Signed EdDSA (JWS compact) by the server; collab holds public keys only.
import type { MandateId, PersonId } from '../kernel/index.js'
import type { MandateKind } from '../people/index.js'
import type { Access } from './access.js'
import type { RoomName } from './room-name.js'

export const passVersion = 'pass:v1'
export const passAudience = 'faellesrum-collab'
/** A pass opens a socket for so long, as often as needed; milliseconds. */
export const passLifetimeMs = 120_000
/** An open connection holds a lease for so long; our client renews it over the socket, a stock client is closed 4501. */
export const leaseMs = 15 * 60_000

/** The claims of a pass: ids only, no display name, so that no log or proxy learns a name from it. */
export type PassClaims = Readonly<{
  v: typeof passVersion
  aud: typeof passAudience
  room: RoomName
  /** The person, or null for a guest (whose mandate stands alone). */
  sub: PersonId | null
  mandate: MandateId
  mandateKind: MandateKind
  access: Access
  /** Version of the document's shape that the page was built for; another one is closed 4409. */
  shape: number
  /** The session that asked, so that signing out ends the sockets too. */
  session: string
  /** Seconds since 1970, as JWT has them. */
  iat: number
  exp: number
}>
