// Whether the server can be heard. Requests and the socket report here; the band on top of the page listens.
import { useSyncExternalStore } from 'react'

export type Connection = 'here' | 'offline' | 'waiting' | 'back'

let state: Connection = 'here'
let probing = false
const listeners = new Set<() => void>()

function become(next: Connection): void {
  if (next === state) return
  state = next
  for (const tell of listeners) tell()
}

/** Something came from the server. */
export function heard(): void {
  if (state === 'here' || state === 'back') return
  become('back')
  setTimeout(() => state === 'back' && become('here'), 4000)
}

/** Something should have come and did not: ask every two seconds until the server answers. */
export function lost(): void {
  become(navigator.onLine ? 'waiting' : 'offline')
  if (probing) return
  probing = true
  const probe = async () => {
    try {
      const response = await fetch('/healthz', { cache: 'no-store' })
      if (response.ok) {
        probing = false
        return heard()
      }
    } catch {
      become(navigator.onLine ? 'waiting' : 'offline')
    }
    setTimeout(probe, 2000)
  }
  setTimeout(probe, 1000)
}

addEventListener('offline', lost)

export const useConnection = (): Connection =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => state,
  )
