// The probes as commands: `npm run probe -- poison --n 50000`. One line for each bar; ends with 1 if one does not hold.
import { parseArgs } from 'node:util'
import { Ground } from '../faults/ground.js'
import { askedFor, tell } from '../faults/trials.js'
import { probes } from './probes.js'

const { values: options, names } = askedFor('probe', probes, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      n: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  }),
)
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
    await tell(() => run(ground, size))
    console.log(`  took ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
} finally {
  await ground.close()
}
// What has failed may have left people who come back for ever.
process.exit()
