// The municipality's time zone: a meeting at 18 is at 18 wherever one reads it. Data of the municipality, told by whoever
// has asked the server for it; until then the browser's own.
import { useSyncExternalStore } from 'react'

let zone: string | undefined
const listeners = new Set<() => void>()

export function tellZone(now: string): void {
  if (now === zone) return
  zone = now
  for (const tell of listeners) tell()
}

export const zoneNow = (): string | undefined => zone

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export const useZone = (): string | undefined => useSyncExternalStore(subscribe, zoneNow)
