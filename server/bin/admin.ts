// `npm run admin -- grant <issuer> <subject>`: the first administrator, before anybody can grant anything in the client.
// `npm run admin -- pass-key <file>`: a new key for room passes.
import { existsSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { readConfig } from '../src/platform/config.js'
import { newPassKey } from '../src/platform/pass-keys.js'
import { needDatabase } from './need-database.js'
import { reserveAdministrator } from './reserve-administrator.js'
import { giveUp } from './signals.js'

const usage = 'npm run admin -- grant <issuer> <subject>\nnpm run admin -- pass-key <file>'

async function main([command, ...args]: readonly string[]): Promise<void> {
  const [first, second] = args
  if (command === 'grant' && first && second && args.length === 2) return grant(first, second)
  if (command === 'pass-key' && first && args.length === 1) return makeKey(first)
  console.error(usage)
  process.exitCode = 2
}

async function grant(issuer: string, subject: string): Promise<void> {
  const client = new Client({ connectionString: needDatabase(readConfig()) })
  await client.connect()
  try {
    console.log(await reserveAdministrator(client, issuer, subject))
  } finally {
    await client.end()
  }
}

async function makeKey(file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists; a key that is in use is not overwritten`)
  writeFileSync(file, JSON.stringify(await newPassKey()), { mode: 0o600 })
  console.log(`${file}: set PASS_KEY_FILE to it, in every process`)
}

await main(process.argv.slice(2)).catch(giveUp)
