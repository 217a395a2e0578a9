// Tools, PostgreSQL: what other processes are, without ever touching one that is not ours.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A pid comes back to another process sooner or later; pid and birth together do not. */
export type ProcessMark = Readonly<{ pid: number; born: string }>

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When the process was born, in whatever form the system tells it; empty when it is gone or cannot be told. */
export function bornAt(pid: number): string {
  try {
    if (process.platform === 'linux') {
      // The name in brackets may hold spaces and brackets; the 22nd field is the 20th after the last one.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? '' : (fields[19] ?? '')
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

export const mark = (pid: number): ProcessMark => ({ pid, born: bornAt(pid) })

export const isSame = (known: ProcessMark): boolean => isAlive(known.pid) && bornAt(known.pid) === known.born

/** The command line as one text, empty when it cannot be read. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

export const pause = (msecs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, msecs))

/** True as soon as the process is gone, false when it still lives after `msecs`. */
export async function isGoneWithin(known: ProcessMark, msecs: number): Promise<boolean> {
  for (let waited = 0; waited < msecs; waited += 25) {
    if (!isSame(known)) return true
    await pause(25)
  }
  return !isSame(known)
}
