// Tools: a Redis (or Valkey) for tests and for the cluster: the one that is here, or Debian's where we are root.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { portIfFree } from './ports.js'

export type RunningRedis = Readonly<{ url: string; port: number; process: ChildProcess; stop(): Promise<void> }>

const names = ['redis-server', 'valkey-server']

/** The command of a Redis 7 (or Valkey) on the PATH, with `install` Debian's package as root; null where there is none. */
export function findRedis({ install = false }: { install?: boolean } = {}): string | null {
  const here = names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
  if (here !== undefined || !install) return here ?? null
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  // Debian starts what it installs; nobody here wants a server of the system.
  const settings = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1']
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'redis-server']]) {
    if (spawnSync('env', [...settings, 'apt-get', '-qq', ...args], { stdio: 'ignore', timeout: 120_000 }).status !== 0) return null
  }
  return findRedis()
}

/** In memory only, on a free port or the one given; ready when this resolves. */
export async function startRedis(command: string, port?: number): Promise<RunningRedis> {
  const at = port ?? (await portIfFree(0))!
  const child = spawn(command, ['--port', `${at}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code} before it was ready`)))
    child.stdout.on('data', (text: Buffer) => {
      if (/ready to accept connections/i.test(text.toString())) resolve()
    })
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await gone
  }
  return { url: `redis://127.0.0.1:${at}`, port: at, process: child, stop }
}
