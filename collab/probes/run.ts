// The probes as commands: `npm run probe -- poison --n 50000`. One line for each bar; ends with 1 if one does not hold.
import { parseArgs } from 'node:util'
import { Ground } from '../faults/ground.js'
import { probes } from './probes.js'

const asked = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      n: { type: 'string' },
      seed: { type: 'string', default: '1' },
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
const names = positionals.length > 0 ? positionals : Object.keys(probes)
const unknown = names.filter((name) => !Object.hasOwn(probes, name))
if (unknown.length > 0) {
  console.error(`no probe is called ${unknown.join(', ')}; there are ${Object.keys(probes).join(', ')}`)
  process.exit(2)
}
// Where the editor of somebody honest throws at what it hears, nobody else catches it.
process.on('uncaughtException', (error) => {
  console.log(`  FAIL  somebody honest could not take in what they heard: ${error.stack?.split('\n', 2).join(' ')}`)
  process.exitCode = 1
})

// One database for all: each has a process and rooms of its own.
const ground = await Ground.open()
try {
  for (const name of names) {
    const { about, run, full, quick } = probes[name]!
    const size = {
      n: Number(options.n ?? (options.quick ? quick : full)),
      seed: Number(options.seed),
      quick: options.quick,
    }
    console.log(`\n${name}: ${about} (n ${size.n}, seed ${size.seed})`)
    const began = performance.now()
    try {
      for (const { what, holds, measured } of await run(ground, size)) {
        console.log(`  ${holds === null ? 'NOT RUN' : holds ? 'PASS' : 'FAIL'}  ${what}: ${measured}`)
        if (holds === false) process.exitCode = 1
      }
    } catch (error) {
      console.log(`  FAIL  ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
    console.log(`  took ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
} finally {
  await ground.close()
}
// What has failed may have left people who come back for ever.
process.exit()
