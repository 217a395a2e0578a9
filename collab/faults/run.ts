// The faults as commands: `npm run fault -- kill-collab --rounds 200`. One line for each bar; ends with 1 if one does not hold.
import { parseArgs } from 'node:util'
import { faults } from './faults.js'
import { Ground } from './ground.js'

const asked = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      clients: { type: 'string' },
      s: { type: 'string' },
    },
  })
/** A mistyped option is a sentence, and no stack. */
function read(): ReturnType<typeof asked> {
  try {
    return asked()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
const { values: options, positionals } = read()
const names = positionals.length > 0 ? positionals : Object.keys(faults)
const unknown = names.filter((name) => faults[name] === undefined)
if (unknown.length > 0) {
  console.error(`no fault is called ${unknown.join(', ')}; there are ${Object.keys(faults).join(', ')}`)
  process.exit(2)
}
for (const name of names) {
  const { about, run, full, quick } = faults[name]!
  const { rounds, clients, seconds } = (options.quick ? quick : null) ?? full
  const size = {
    rounds: Number(options.rounds ?? rounds),
    clients: Number(options.clients ?? clients),
    seconds: Number(options.s ?? seconds),
  }
  console.log(`\n${name}: ${about} (rounds ${size.rounds}, clients ${size.clients}, seconds ${size.seconds})`)
  const ground = await Ground.open()
  try {
    for (const { what, holds, measured } of await run(ground, size)) {
      console.log(`  ${holds === null ? 'NOT RUN' : holds ? 'PASS' : 'FAIL'}  ${what}: ${measured}`)
      if (holds === false) process.exitCode = 1
    }
  } catch (error) {
    console.log(`  FAIL  ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  } finally {
    await ground.close()
  }
}
// What has failed may have left people who come back for ever.
process.exit()
