// `npm run admin -- grant <issuer> <subject>`: the first administrator, before anybody can grant anything in the client.
// `npm run admin -- pass-key <file>`: a new key for room passes.
// `npm run admin -- redact <draft> <reason> <file> [--yes]`: takes words out of a text and its history; one phrase on each line.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Client, Pool } from 'pg'
import { readConfig } from '../src/platform/config.js'
import { newPassKey } from '../src/platform/pass-keys.js'
import { needDatabase } from './need-database.js'
import { openRecords } from './records.js'
import { AdminFault, lookAtText, redactText } from './redact-text.js'
import { reserveAdministrator } from './reserve-administrator.js'
import { giveUp } from './signals.js'

const usage = ['grant <issuer> <subject>', 'pass-key <file>', 'redact <draft> <reason> <file, one phrase on each line> [--yes]'].map((way) => `npm run admin -- ${way}`).join('\n')

async function main([command, ...given]: readonly string[]): Promise<void> {
  const args = given.filter((arg) => arg !== '--yes')
  const [first, second, third] = args
  if (command === 'grant' && first && second && args.length === 2) return grant(first, second)
  if (command === 'pass-key' && first && args.length === 1) return makeKey(first)
  if (command === 'redact' && first && second && third && args.length === 3) return redact(first, second, third, args.length < given.length)
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

/** The words come in a file: an argument would stand in the shell's history and in the list of processes. */
async function redact(draft: string, reason: string, file: string, isSure: boolean): Promise<void> {
  if (!existsSync(file)) throw new AdminFault(`there is no file ${file}`)
  const phrases = readFileSync(file, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const connectionString = needDatabase(readConfig())
  const pool = new Pool({ connectionString, max: 2 })
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const records = openRecords(pool)
    console.log(await lookAtText(records, draft, phrases))
    console.log(isSure ? await redactText(client, records, draft, reason, phrases) : 'Nothing was done. The same command with --yes does it.')
  } finally {
    await client.end()
    await pool.end()
  }
}

async function makeKey(file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists; a key that is in use is not overwritten`)
  writeFileSync(file, JSON.stringify(await newPassKey()), { mode: 0o600 })
  console.log(`${file}: set PASS_KEY_FILE to it, in every process`)
}

await main(process.argv.slice(2)).catch(giveUp)
