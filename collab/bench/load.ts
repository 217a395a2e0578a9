// The bench: a process full of clients. It is told which work, and then step by step what to do.
import { steps as coldJoin } from './work/cold-join.load.js'
import { steps as fanOut } from './work/fan-out.load.js'
import { steps as idle } from './work/idle.load.js'
import { steps as kill } from './work/kill.load.js'
import { steps as latency } from './work/latency.load.js'
import { steps as presence } from './work/presence.load.js'
import { steps as reconnect } from './work/reconnect.load.js'
import { steps as replay } from './work/replay.load.js'

/** A step of the work; its answer travels as JSON. */
export type Steps = Readonly<Record<string, (args: any) => Promise<unknown>>>

const works: Readonly<Record<string, Steps>> = {
  'fan-out': fanOut, latency, presence, replay, 'cold-join': coldJoin, idle, reconnect, kill,
}
const steps = works[process.argv[2]!]!

const fail = (error: unknown): void => {
  process.send!({ fault: error instanceof Error ? error.stack : String(error) })
}
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
process.on('disconnect', () => process.exit(0))
process.on('message', ({ step, args }: { step: string; args: unknown }) => {
  steps[step]!(args).then((result) => process.send!({ result: result ?? null }), fail)
})
process.send!({ ready: true })
