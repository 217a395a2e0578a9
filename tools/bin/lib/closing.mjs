// Starters: the end of what was started, in the opposite order, on Ctrl-C and SIGTERM and when npm was killed.
import { say } from './ground.mjs'
import { whenParentGoes } from './parent.mjs'

/** What is to be ended, the last first; a second signal does not wait, and whatever is left sees that we are gone. */
export const closers = []
let isStopping = false

export const isClosing = () => isStopping

async function stop(code) {
  if (isStopping) process.exit(1)
  isStopping = true
  for (const close of closers.reverse()) await close().catch((error) => say(String(error)))
  process.exit(code)
}

/** Ends everything because of this, unless it is ending already. */
export function failed(error) {
  if (isStopping) return
  process.stderr.write(`\n${error.message}\n`)
  void stop(1)
}

export function closeWhenTold() {
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  // Whoever signals npm ends npm and its shell, which pass nothing on.
  if (!process.env.npm_lifecycle_event) return
  whenParentGoes(() => {
    if (!isStopping) void stop(0)
  })
}
