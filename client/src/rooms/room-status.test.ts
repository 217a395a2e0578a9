// Rooms: what is said about one's words, for everything that can be true of them at once.
import { expect, test } from 'vitest'
import { savedKind } from './room-status.js'

const connections = ['connecting', 'open', 'offline', 'stopped'] as const

test('words that are not on record are never called saved, and never kept where nobody keeps them', () => {
  for (const connection of connections)
    for (const onDevice of [true, false])
      for (const behind of [true, false]) {
        const kind = savedKind(connection, 1, onDevice, behind)
        expect(kind).not.toBe('saved')
        if (!onDevice) expect(kind).not.toBe('offline')
        expect(savedKind(connection, 0, onDevice, behind)).not.toBe('unsaved')
      }
})

test.each([
  ['open', true, false, 'saving'],
  ['open', true, true, 'unsaved'],
  ['connecting', true, false, 'saving'],
  ['connecting', false, false, 'unsaved'],
  ['offline', true, false, 'offline'],
  ['offline', false, false, 'unsaved'],
  ['stopped', false, false, 'unsaved'],
] as const)('%s, on the device %s, behind %s: %s', (connection, onDevice, behind, kind) => {
  expect(savedKind(connection, 1, onDevice, behind)).toBe(kind)
})
