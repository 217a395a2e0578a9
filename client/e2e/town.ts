// A real town for the stories: the server as it is started by everybody, on a database and a port of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const starter = fileURLToPath(new URL('../../server/dist/bin/all.js', import.meta.url))

export class Town {
  private process: ChildProcess | null = null
  private said = ''
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'faellesrum-e2e-'))

  private constructor(
    private readonly databaseUrl: string,
    private readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start(databaseUrl: string, settings: Readonly<Record<string, string>> = {}): Promise<Town> {
    const town = new Town(databaseUrl, await freePort(), settings)
    await town.start()
    return town
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Resolves when the town answers and its demo data are there; the same port each time. */
  async start(): Promise<void> {
    this.said = ''
    this.process = spawn(process.execPath, [starter], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TZ: 'UTC',
        PORT: String(this.port),
        DATABASE_URL: this.databaseUrl,
        DATA_DIR: this.dataDir,
        PUBLIC_URL: this.url,
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const started = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.said += chunk
        if (/^Fællesrum: http/m.test(this.said)) resolve()
      }
      this.process!.stdout!.on('data', hear)
      this.process!.stderr!.on('data', hear)
      this.process!.once('exit', (code) => reject(new Error(`the town ended with ${code} before it was there:\n${this.said}`)))
    })
    await started
  }

  /** As the power goes: nothing is said to anybody. */
  kill(): Promise<void> {
    return this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { process } = this
    if (!process || process.exitCode !== null) return
    const gone = once(process, 'exit')
    process.kill(signal)
    await gone
    this.process = null
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
