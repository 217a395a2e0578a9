// Rooms: whether what one writes in this tab is kept on this device, for the parts of the page that know of no text.
import { useSyncExternalStore } from 'react'

let kept: boolean | null = null
const listeners = new Set<() => void>()

/** Null while nobody writes. */
export function tellKeptHere(now: boolean | null): void {
  if (now === kept) return
  kept = now
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export const useKeptHere = (): boolean | null => useSyncExternalStore(subscribe, () => kept)
