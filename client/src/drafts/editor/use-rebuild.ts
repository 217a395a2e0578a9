// Drafts: another editor after one that threw. Nothing is lost in the shared document; what is on the sheet is not to be
// trusted then.
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Caret, type Fault, writeOnAt } from './binding-guard.js'

/** How long an editor must have held for the next one to be built at once. */
const steadyMs = 2_000

type Rebuild = Readonly<{
  /** Another number, another editor. */
  number: number
  onFault: (fault: Fault) => void
  onCreate: (built: { editor: Editor }) => void
}>

/** `onBroken`: the document cannot be shown by any editor. */
export function useRebuild(onBroken: () => void): Rebuild {
  const [number, setNumber] = useState(0)
  // Where the next editor goes on, once: whoever is elsewhere when a later one is built stays there.
  const caret = useRef<Caret | null>(null)
  const builtAt = useRef(-Infinity)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const onFault = useCallback(
    ({ error, building, caret: at }: Fault) => {
      reportError(error)
      clearTimeout(timer.current)
      caret.current = at
      // Not now: Yjs is in the middle of telling what has changed, or React in the middle of drawing.
      if (building) timer.current = setTimeout(onBroken, 0)
      else {
        const wait = Math.max(0, builtAt.current + steadyMs - performance.now())
        timer.current = setTimeout(() => {
          builtAt.current = performance.now()
          setNumber((before) => before + 1)
        }, wait)
      }
    },
    [onBroken],
  )
  const onCreate = useCallback(({ editor }: { editor: Editor }) => {
    const before = caret.current
    caret.current = null
    if (before !== null) writeOnAt(editor, before)
  }, [])
  return { number, onFault, onCreate }
}
