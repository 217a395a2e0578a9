// The bench, clients: passes as the server would sign them, by a key of this run.
import { draftShape } from '@faellesrum/schema/drafts'
import { passAudience, type PassClaims, passLifetimeMs, passVersion } from '@faellesrum/schema/rooms'
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import { mandateId, personId } from '../names.js'

export type ClaimsOver = Partial<Record<keyof PassClaims, unknown>>

/** The right of one person to write in one room, or what `over` makes of it. */
export async function signPass(key: object, room: string, person: number, over: ClaimsOver = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000)
  const claims = {
    v: passVersion,
    aud: passAudience,
    room,
    sub: personId(person),
    mandate: mandateId(person),
    mandateKind: 'council-member',
    access: 'write',
    shape: draftShape,
    session: `bench-${person}`,
    iat,
    exp: iat + passLifetimeMs / 1000,
    ...over,
  }
  const signer = new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'EdDSA', kid: 'bench' })
  return signer.sign(await importJWK(key as JWK, 'EdDSA'))
}
