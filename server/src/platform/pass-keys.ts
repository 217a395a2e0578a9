// Platform: the key that room passes are signed with. A file of its owner's; made where none is, in the embedded set-up.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { type PassSigner, passSigner } from './pass-signer.js'

/** Reads the private JWK; makes one where there is none and `mayMake` says so. */
export async function loadPassSigner(file: string, mayMake: boolean): Promise<PassSigner> {
  if (existsSync(file)) return signerOf(JSON.parse(readFileSync(file, 'utf8')) as JWK)
  if (!mayMake)
    throw new Error(`no key for room passes at ${file}: make one with \`npm run admin -- pass-key ${file}\``)
  const key = await newPassKey()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(key), { mode: 0o600 })
  chmodSync(file, 0o600)
  return signerOf(key)
}

export async function newPassKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  return exportJWK(privateKey)
}

/** A signer that lives as long as the process. */
export const makePassSigner = async (): Promise<PassSigner> => signerOf(await newPassKey())

async function signerOf(jwk: JWK): Promise<PassSigner> {
  const { d: _, ...half } = jwk
  const kid = await calculateJwkThumbprint(half)
  return passSigner((await importJWK(jwk, 'EdDSA')) as CryptoKey, { ...half, alg: 'EdDSA', kid })
}
