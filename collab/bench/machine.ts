// The bench: what Linux says about processes and the machine. CPU in milliseconds, in steps of 10.
import { readdirSync, readFileSync, statSync } from 'node:fs'

const tick = 10

/** Everything after the name, which may hold blanks: `state ppid …`. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    // It has ended.
    return null
  }
}

/** All threads of a process, user and system. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid)
  return stat === null ? 0 : (Number(stat[11]) + Number(stat[12])) * tick
}

export const parentOf = (pid: number): number => Number(statOf(pid)?.[1] ?? 0)

export function ownerOf(pid: number): { uid: number; gid: number } {
  const { uid, gid } = statSync(`/proc/${pid}`)
  return { uid, gid }
}

/** A process with its children, those that have ended included. */
export function cpuOfFamily(pid: number): number {
  const stat = statOf(pid)
  if (stat === null) return 0
  const ended = (Number(stat[13]) + Number(stat[14])) * tick
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
  return cpuOf(pid) + ended + children.reduce((sum, child) => sum + cpuOf(Number(child)), 0)
}

/** Since the machine started, over all cores. */
export function cpuOfMachine(): { busy: number; total: number } {
  const line = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]!
  const [user, nice, system, idle, iowait, irq, softirq, steal] = line.split(/\s+/).slice(1).map(Number) as number[]
  const busy = user! + nice! + system! + irq! + softirq! + steal!
  return { busy: busy * tick, total: (busy + idle! + iowait!) * tick }
}

/** Resident memory in KB. */
export function rssOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
}
