// The bench: its processes. A server and a load run beside each other, never in the one that measures them.
import { type ChildProcess, fork } from 'node:child_process'
import type { Ground, ServerName, Target } from './names.js'
import type { Asked } from './serve.js'

const script = (name: string): URL => new URL(`./${name}.js`, import.meta.url)

/** The next message of a child; an end before it is a fault. */
function reply<T>(child: ChildProcess, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`${what} ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })
}

const gone = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

export class ServerProcess {
  readonly pid: number
  readonly port: number
  readonly #child: ChildProcess
  readonly #name: ServerName

  private constructor(name: ServerName, child: ChildProcess, port: number) {
    this.#name = name
    this.#child = child
    this.pid = child.pid!
    this.port = port
  }

  /** Resolves when it listens. */
  static async start(name: ServerName, ground: Ground): Promise<ServerProcess> {
    const child = fork(script('serve'), [name, JSON.stringify(ground)], { execArgv: ['--expose-gc'] })
    const { port } = await reply<{ port: number }>(child, name)
    return new ServerProcess(name, child, port)
  }

  async ask(ask: Asked['ask']): Promise<number | null> {
    const answer = reply<{ answer: number | null }>(this.#child, this.#name)
    this.#child.send({ ask })
    return (await answer).answer
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#child.kill(signal)
    await gone(this.#child)
  }
}

export class LoadProcess {
  readonly pid: number
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
    this.pid = child.pid!
  }

  static async start(work: string): Promise<LoadProcess> {
    const child = fork(script('load'), [work], { execArgv: [] })
    await reply(child, 'the load')
    return new LoadProcess(child)
  }

  /** Runs one step of the work in the load process; what goes wrong there goes wrong here. */
  async call<T = void>(step: string, args: { target: Target } & Record<string, unknown>): Promise<T> {
    const answer = reply<{ result: T } | { fault: string }>(this.#child, `the load in ${step}`)
    this.#child.send({ step, args })
    const said = await answer
    if ('fault' in said) throw new Error(said.fault)
    return said.result
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await gone(this.#child)
  }
}
