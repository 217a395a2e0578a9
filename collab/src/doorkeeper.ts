// Collab: reads passes. The server decided; here only its signature is checked, with public keys.
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { isId, type MandateId, type PersonId } from '@faellesrum/schema/kernel'
import { mandateKinds } from '@faellesrum/schema/people'
import {
  accesses,
  type CloseReason,
  passAudience,
  type PassClaims,
  passLifetimeMs,
  passVersion,
  RoomName,
} from '@faellesrum/schema/rooms'
import { decodeJwt, decodeProtectedHeader, type JWK, type JWTPayload } from 'jose'
import type { Limits } from './limits.js'
import type { Clock } from './ports.js'

/** Public keys as JWK, each with its `kid`; several while keys are changed. */
export type PassKeys = readonly (JWK & { kid: string })[]

export type Admission = { ok: true; claims: PassClaims } | { ok: false; code: CloseReason; reason: string }

const refuse = (code: CloseReason, reason: string): Admission => ({ ok: false, code, reason })

export class Doorkeeper {
  readonly #keys: ReadonlyMap<string, KeyObject>
  readonly #clock: Clock
  readonly #limits: Limits
  readonly #shapes: Readonly<Record<string, number>>

  constructor(keys: PassKeys, shapes: Readonly<Record<string, number>>, clock: Clock, limits: Limits) {
    for (const key of keys) {
      if (key.crv !== 'Ed25519' || key.d !== undefined) throw new TypeError(`pass key ${key.kid}: a public Ed25519 key is wanted`)
    }
    this.#keys = new Map(keys.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]))
    this.#shapes = shapes
    this.#clock = clock
    this.#limits = limits
  }

  /** What a pass says, if it is ours, of now, for this room and for the shape of document that this room has today. */
  async admit(token: string | null, room: RoomName): Promise<Admission> {
    if (token === null || token === '') return refuse('notSignedIn', 'no pass')
    // A pass is some 600 bytes long.
    if (token.length > 4096) return refuse('notSignedIn', 'no pass of ours')
    const claims = this.#verified(token)
    if (claims === null) return refuse('notSignedIn', 'forged or expired pass')
    if (claims.room !== room) return refuse('notSignedIn', 'a pass for another room')
    const shape = this.#shapes[RoomName.parse(room)?.kind ?? '']
    if (shape === undefined) return refuse('unknownRoom', 'no such room')
    if (claims.shape !== shape) return refuse('otherShape', `the document has shape ${shape}: reload the page`)
    return { ok: true, claims }
  }

  /** It was good when it was handed in, and has run out since. */
  isOver({ exp }: PassClaims): boolean {
    return exp * 1000 + this.#limits.passLeewayMs <= this.#clock.now()
  }

  /**
   * In the turn in which it comes: Ed25519 takes 0.09 ms here, while sending it to the thread pool and back, as jose does,
   * takes 0.15 ms of this thread, and each of a thousand who come back at once then goes on in a turn of its own.
   */
  #verified(token: string): PassClaims | null {
    try {
      const { alg, kid, crit, b64 } = decodeProtectedHeader(token)
      const key = this.#keys.get(kid ?? '')
      if (alg !== 'EdDSA' || crit !== undefined || b64 !== undefined || key === undefined) return null
      const dot = token.lastIndexOf('.')
      const signature = Buffer.from(token.slice(dot + 1), 'base64url')
      if (!verify(null, Buffer.from(token.slice(0, dot)), key, signature)) return null
      return readClaims(decodeJwt(token), this.#clock.now(), this.#limits.passLeewayMs)
    } catch {
      // Not a token at all; in which way is nobody's business at the door.
      return null
    }
  }
}

/** The claims, if every one of them is there and of its kind. Signed does not mean meant for this. */
function readClaims(payload: JWTPayload, now: number, leeway: number): PassClaims | null {
  const { v, aud, room, sub, mandate, mandateKind, access, shape, session, iat, nbf, exp } = payload as Record<string, unknown>
  const good =
    v === passVersion &&
    aud === passAudience &&
    typeof room === 'string' &&
    RoomName.parse(room) !== null &&
    (sub === null || sub === undefined || isId(sub)) &&
    isId(mandate) &&
    (mandateKinds as readonly unknown[]).includes(mandateKind) &&
    (accesses as readonly unknown[]).includes(access) &&
    Number.isInteger(shape) &&
    typeof session === 'string' &&
    session !== '' &&
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    iat * 1000 <= now + leeway &&
    exp * 1000 > now - leeway &&
    nbf === undefined &&
    // A pass that lives for a year was not made by enterRoom.
    exp - iat <= passLifetimeMs / 1000
  if (!good) return null
  return {
    v: passVersion,
    aud: passAudience,
    room: room as RoomName,
    sub: (sub ?? null) as PersonId | null,
    mandate: mandate as MandateId,
    mandateKind: mandateKind as PassClaims['mandateKind'],
    access: access as PassClaims['access'],
    shape: shape as number,
    session,
    iat,
    exp,
  }
}
