// Platform: signs room passes. The private key stays here; collab is given the public half.
import type { PassClaims } from '@faellesrum/schema/rooms'
import { type CryptoKey, type JWK, type JWTPayload, SignJWT } from 'jose'

export type PassSigner = Readonly<{
  sign(claims: PassClaims): Promise<string>
  /** The public half, with its `kid`; what collab checks with. */
  publicKey: JWK & { kid: string }
}>

// The claims are ours and not all a JWT's: a guest's `sub` is null.
export const passSigner = (privateKey: CryptoKey, publicKey: JWK & { kid: string }): PassSigner => ({
  publicKey,
  sign: (claims) =>
    new SignJWT({ ...claims } as JWTPayload).setProtectedHeader({ alg: 'EdDSA', kid: publicKey.kid }).sign(privateKey),
})
