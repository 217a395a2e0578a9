// Drafts: presence as React sees it, at most twice a second: carets move often, people come and go seldom.
import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { type Present, presentIn } from './presence.js'

const lookEvery = 500
/** Whoever has typed within so long is writing. */
const writesFor = 8_000

export function usePresence(awareness: Awareness | null): readonly Present[] {
  const [people, setPeople] = useState<readonly Present[]>([])
  useEffect(() => {
    if (awareness === null) return
    let timer: ReturnType<typeof setTimeout> | null = null
    let shown = '[]'
    const look = () => {
      timer = null
      const now = presentIn(awareness.getStates(), awareness.clientID)
      const key = JSON.stringify(now)
      if (key === shown) return
      shown = key
      setPeople(now)
    }
    const soon = () => {
      timer ??= setTimeout(look, lookEvery)
    }
    look()
    awareness.on('change', soon)
    return () => {
      awareness.off('change', soon)
      if (timer !== null) clearTimeout(timer)
      setPeople([])
    }
  }, [awareness])
  return people
}

/** Tells the others that one writes, and where; answers what to call after each of one's own changes. */
export function tellWriting(awareness: Awareness): { wrote(section: string | null): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  const say = (writes: boolean, section: string | null) => {
    const state = awareness.getLocalState()
    if (state === null || (state.writes === writes && state.section === section)) return
    awareness.setLocalState({ ...state, writes, section })
  }
  return {
    wrote(section) {
      say(true, section)
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => say(false, section), writesFor)
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
