// Starters: what all of them stand on. Plain JavaScript without a single import from npm, for it runs first.
import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

export const say = (line) => process.stdout.write(`${line}\n`)

/** Ends the process with a sentence instead of a stack: what went wrong, and what to do. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isOld = major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)
  if (isOld || major === 21 || major === 23) {
    giveUp(`Fællesrum wants Node 20.19 or newer, 22.12 or newer, or 24 and up; this is ${process.version}.`)
  }
}

/**
 * Runs a command to its end and resolves with its exit code (128 + n after signal n). Ctrl-C and SIGTERM are
 * passed on, and we wait for the child: whoever ends first leaves the other behind.
 */
export function run(file, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options })
    const passOn = (signal) => child.kill(signal)
    // From the terminal the child gets its own SIGINT; a second one would cut its shutdown short.
    const ignore = () => {}
    process.on('SIGTERM', passOn)
    process.on('SIGINT', process.stdin.isTTY ? ignore : passOn)
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', passOn)
      process.off('SIGINT', passOn)
      process.off('SIGINT', ignore)
      done(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15))
    })
  })
}

/** Runs JavaScript with this very Node, whatever `node` means on the PATH. */
export const runNode = (args, options) => run(process.execPath, args, options)

/** The text of a command's output, or null when it failed. */
export function read(file, args) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    child.stdout.on('data', (bytes) => (text += bytes))
    child.on('error', () => done(null))
    child.on('exit', (code) => done(code === 0 ? text : null))
  })
}
