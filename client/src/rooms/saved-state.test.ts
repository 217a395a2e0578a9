// Rooms: saved means committed; for every order in which words are typed, lines break and rows are committed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothingPending, savedState, type SavedEvent, type SavedState } from './saved-state.js'

const words = (n: number): Uint8Array => new Uint8Array([1, 2, n])
const after = (...events: SavedEvent[]): SavedState => events.reduce(savedState, nothingPending)

test('an answer carries what was held, under one number', () => {
  const state = after({ kind: 'opened' }, { kind: 'held', update: words(1) }, { kind: 'held', update: words(2) }, { kind: 'answered', update: words(3) })
  expect(state.pending.map(({ n }) => n)).toEqual([1, 1])
  expect(savedState(state, { kind: 'committed', n: 1, seq: 7, at: 5 })).toEqual({ sent: 1, pending: [], seq: 7, savedAt: 5 })
})

test('an answer that says nothing is counted and waits for nothing', () => {
  const state = after({ kind: 'opened' }, { kind: 'answered', update: new Uint8Array([0, 0]) })
  expect(state).toEqual({ ...nothingPending, sent: 1 })
})

test('a commit of nothing new does not move the time', () => {
  const state = after({ kind: 'opened' }, { kind: 'answered', update: new Uint8Array([0, 0]) }, { kind: 'committed', n: 1, seq: 3, at: 9 })
  expect(state).toMatchObject({ seq: 3, savedAt: null })
})

test('a new line counts from the beginning, and what was on the way is held again', () => {
  const state = after({ kind: 'opened' }, { kind: 'sent', update: words(1) }, { kind: 'opened' })
  expect(state).toMatchObject({ sent: 0, pending: [{ n: null }] })
})

test('never says nothing is pending while a word has not been committed', () => {
  const step = fc.constantFrom('type', 'commit', 'break', 'open' as const)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let state = nothingPending
      let open = false
      let typed = 0
      const onServer = new Set<number>()
      const line: number[][] = []
      for (const what of steps) {
        if (what === 'break') open = false
        if (what === 'open') {
          open = true
          line.length = 0
          const missing = Array.from({ length: typed }, (_, i) => i + 1).filter((word) => !onServer.has(word))
          line.push(missing)
          state = savedState(savedState(state, { kind: 'opened' }), {
            kind: 'answered',
            update: missing.length > 0 ? words(0) : new Uint8Array([0, 0]),
          })
        }
        if (what === 'type') {
          const update = words(++typed)
          if (open) line.push([typed])
          state = savedState(state, open ? { kind: 'sent', update } : { kind: 'held', update })
        }
        if (what === 'commit' && open && line.length > 0) {
          const n = Math.ceil(line.length / 2)
          for (const group of line.slice(0, n)) for (const word of group) onServer.add(word)
          state = savedState(state, { kind: 'committed', n, seq: n, at: 1 })
        }
        if (state.pending.length === 0) expect(onServer.size).toBe(typed)
      }
    }),
  )
})
