// Starters: one process of the cluster, from the file that an installation runs too. Where it dies another comes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, say } from './ground.mjs'

const withParent = pathToFileURL(join(root, 'tools/bin/lib/with-parent.mjs')).href
/** The first start of a town makes it. */
const startMs = 120_000
const everyMs = 25

export class ClusterPart {
  #child = null
  #isStopping = false

  /** `failed` is told why this part cannot be kept up. */
  constructor({ name, file, env, port, failed }) {
    Object.assign(this, { name, file, env, port, failed })
  }

  get pid() {
    return this.#child?.pid ?? null
  }

  get address() {
    return `http://127.0.0.1:${this.port}`
  }

  /** Resolves when it says that it is ready. */
  async start() {
    const child = spawn(process.execPath, ['--import', withParent, join(root, this.file)], {
      cwd: root,
      env: { ...this.env, HOST: '127.0.0.1', PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C is for us, who pass it on once.
      detached: true,
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => say(String(bytes).trimEnd().replace(/^/gm, `${this.name} | `)))
    }
    const gone = new Promise((done) => {
      child.once('error', done)
      child.once('exit', (code, signal) => done(signal ?? code))
    })
    let end
    void gone.then((how) => (end = { how }))
    for (const deadline = performance.now() + startMs; !(await this.#isReady()); ) {
      if (end || performance.now() > deadline) {
        if (!this.#isStopping) throw new Error(`${this.name} ${end ? `ended (${end.how})` : 'is not ready'}: see above`)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
    void gone.then((how) => this.#replace(child.pid, how))
  }

  /** As an operator ends it: what was received is committed first. */
  async stop(signal = 'SIGTERM') {
    this.#isStopping = true
    const child = this.#child
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }

  async #replace(pid, how) {
    if (this.#isStopping) return
    say(`${this.name} (process ${pid}) has ended: ${how}`)
    try {
      await this.start()
      if (!this.#isStopping) say(`${this.name} is there again: process ${this.pid}`)
    } catch (error) {
      this.failed(error)
    }
  }

  async #isReady() {
    try {
      return (await fetch(`${this.address}/readyz`, { signal: AbortSignal.timeout(2000) })).status === 200
    } catch {
      return false
    }
  }
}
