// The secret that derived links are made with, where none is configured: made once, and only its owner may read it.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export function loadSecret(file: string): Uint8Array {
  if (existsSync(file)) return readFileSync(file)
  mkdirSync(dirname(file), { recursive: true })
  const secret = randomBytes(32)
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}
