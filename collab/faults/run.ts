// The faults as commands: `npm run fault -- kill-collab --rounds 200`. One line for each bar; ends with 1 if one does not hold.
import { parseArgs } from 'node:util'
import { faults } from './faults.js'
import { Ground } from './ground.js'
import { askedFor, tell } from './trials.js'

const { values: options, names } = askedFor('fault', faults, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      clients: { type: 'string' },
      s: { type: 'string' },
    },
  }),
)
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
  await tell(() => run(ground, size))
  await ground.close()
}
// What has failed may have left people who come back for ever.
process.exit()
