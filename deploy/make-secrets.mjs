// Deployment: makes the secrets once, by chance. `node deploy/make-secrets.mjs <folder> [host of PostgreSQL]`
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [dir, host = 'postgres'] = process.argv.slice(2)
if (!dir || existsSync(dir)) {
  process.stderr.write(dir ? `${dir} exists; secrets that are in use are not overwritten\n` : 'say in which folder\n')
  process.exit(2)
}

const password = () => randomBytes(24).toString('hex')
const [owner, web] = [password(), password()]
const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
const { crv, kty, x } = key
// The server names the key by its thumbprint (RFC 7638): these members, in this order.
const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url')

const files = {
  POSTGRES_PASSWORD: owner,
  WEB_PASSWORD: web,
  OWNER_DATABASE_URL: `postgres://faellesrum:${owner}@${host}/faellesrum`,
  DATABASE_URL: `postgres://web:${web}@${host}/faellesrum`,
  SESSION_SECRET: randomBytes(32).toString('base64'),
  // The provider gives this one.
  OIDC_CLIENT_SECRET: '',
  'pass-key.json': JSON.stringify({ kty, crv, x, d: key.d }),
  'pass-public-keys.json': JSON.stringify({ keys: [{ kty, crv, x, alg: 'EdDSA', kid }] }),
}
mkdirSync(dir, { recursive: true, mode: 0o700 })
for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content, { mode: 0o600 })
process.stdout.write(`${dir}: write the provider's secret into OIDC_CLIENT_SECRET; user 1000 must read them all\n`)
