// Collab: reads passes. The server decided; here only its signature is checked, with public keys.
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
import { type CryptoKey, importJWK, type JWK, jwtVerify, type JWTPayload } from 'jose'
import type { Limits } from './limits.js'
import type { Clock } from './ports.js'

/** Public keys as JWK, each with its `kid`; several while keys are changed. */
export type PassKeys = readonly (JWK & { kid: string })[]

export type Admission = { ok: true; claims: PassClaims } | { ok: false; code: CloseReason; reason: string }

const refuse = (code: CloseReason, reason: string): Admission => ({ ok: false, code, reason })

export class Doorkeeper {
  readonly #keys: Map<string, Promise<CryptoKey | Uint8Array>>
  readonly #clock: Clock
  readonly #limits: Limits
  readonly #shapes: Readonly<Record<string, number>>

  constructor(keys: PassKeys, shapes: Readonly<Record<string, number>>, clock: Clock, limits: Limits) {
    for (const key of keys) {
      if (key.crv !== 'Ed25519' || key.d !== undefined) throw new TypeError(`pass key ${key.kid}: a public Ed25519 key is wanted`)
    }
    this.#keys = new Map(keys.map((key) => [key.kid, importJWK(key, 'EdDSA')]))
    this.#shapes = shapes
    this.#clock = clock
    this.#limits = limits
  }

  /** What a pass says, if it is ours, of now, for this room and for the shape of document that this room has today. */
  async admit(token: string | null, room: RoomName): Promise<Admission> {
    if (token === null || token === '') return refuse('notSignedIn', 'no pass')
    // A pass is some 600 bytes long.
    if (token.length > 4096) return refuse('notSignedIn', 'no pass of ours')
    const claims = await this.#verified(token)
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

  async #verified(token: string): Promise<PassClaims | null> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.#key(header.kid), {
        algorithms: ['EdDSA'],
        audience: passAudience,
        currentDate: new Date(this.#clock.now()),
        clockTolerance: this.#limits.passLeewayMs / 1000,
        requiredClaims: ['iat', 'exp'],
      })
      return readClaims(payload, this.#clock.now() + this.#limits.passLeewayMs)
    } catch {
      // jose throws for every kind of bad token; which one it was is nobody's business at the door.
      return null
    }
  }

  async #key(kid: string | undefined): Promise<CryptoKey | Uint8Array> {
    const key = kid === undefined ? undefined : this.#keys.get(kid)
    if (key === undefined) throw new Error('unknown key')
    return key
  }
}

/** The claims, if every one of them is there and of its kind. Signed does not mean meant for this. */
function readClaims(payload: JWTPayload, nowMs: number): PassClaims | null {
  const { v, room, sub, mandate, mandateKind, access, shape, session, iat, exp } = payload as Record<string, unknown>
  const good =
    v === passVersion &&
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
    iat * 1000 <= nowMs &&
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
