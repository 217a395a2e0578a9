// Drafts: how much of the window a phone's keyboard covers, so that the tools can stand on it.
import { useSyncExternalStore } from 'react'

/** Pixels; 0 without a keyboard on screen, and where the browser does not tell. */
const covered = (): number => {
  const viewport = window.visualViewport
  return viewport === null ? 0 : Math.max(0, Math.round(window.innerHeight - viewport.height - viewport.offsetTop))
}

const subscribe = (tell: () => void) => {
  const viewport = window.visualViewport
  viewport?.addEventListener('resize', tell)
  viewport?.addEventListener('scroll', tell)
  return () => {
    viewport?.removeEventListener('resize', tell)
    viewport?.removeEventListener('scroll', tell)
  }
}

export const useKeyboardHeight = (): number => useSyncExternalStore(subscribe, covered)
