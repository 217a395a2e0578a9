// Tools, PostgreSQL: the watchdog. When the process that started the server is killed with -9 it can stop nothing
// any more, but the pipe that it held closes, and whoever reads at the other end can.
import { type ChildProcess, spawn } from 'node:child_process'

/**
 * A shell that sleeps in `read` until the pipe breaks, then asks the server for a fast shutdown: open transactions
 * are rolled back, everything committed stays. It looks into the pid file first, so that it never signals a
 * process that merely has the number. Windows has no such shell: there the next start clears up.
 */
export function startWatchdog(pidFile: string, pid: number): { end(): void } {
  if (process.platform === 'win32') return { end: () => {} }
  const script = 'read -r _; [ "$(head -n 1 "$1" 2>/dev/null)" = "$2" ] && kill -INT "$2"'
  const dog: ChildProcess = spawn('/bin/sh', ['-c', script, 'postgres-watchdog', pidFile, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // A session of its own: Ctrl-C goes to the whole foreground group and would end the dog before its master.
    detached: true,
  })
  dog.unref()
  const pipe = dog.stdin as NonNullable<typeof dog.stdin> & { unref(): void }
  pipe.unref()
  pipe.on('error', () => {})
  dog.on('error', () => {})
  return { end: () => void dog.kill('SIGKILL') }
}
