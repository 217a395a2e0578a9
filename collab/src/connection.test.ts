// Collab: what waits for a slow reader is bounded, whatever it asks for.
import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { Connection } from './connection.js'
import { defaultLimits } from './limits.js'
import { realTimers } from './ports.js'
import { id } from './testing/house.js'
import { wire } from './wire.js'

/** A connection over a socket that takes bytes as long as somebody reads. */
function aConnection() {
  let isRead = true
  let waiting: (() => void) | null = null
  const socket = new Duplex({
    write(_bytes, _encoding, done) {
      if (isRead) done()
      else waiting = done
    },
    writev(_pieces, done) {
      if (isRead) done()
      else waiting = done
    },
    read() {},
  })
  const ws = { close() {}, resume() {}, once() {}, terminate() {} } as unknown as WebSocket
  const claims = { sub: id(), mandate: id(), mandateKind: 'resident', access: 'read' } as never
  const clock = { now: () => 0 }
  const connection = new Connection(ws, socket, claims, null, false, 1, { clock, timers: realTimers, limits: defaultLimits, closed() {} })
  return {
    connection,
    reads(now: boolean) {
      isRead = now
      if (now) waiting?.()
    },
    sent: () => new Promise((resolve) => setImmediate(resolve)),
  }
}

const frameOf = (bytes: number) => wire.update(new Uint8Array(bytes))
const MB = 1024 * 1024

test('CP29 an answer that was read does not count any more when its reader stops reading', async () => {
  const { connection, reads, sent } = aConnection()
  connection.sendOwed(frameOf(8 * MB))
  expect(connection.isOwed).toBe(true)
  await sent()
  expect(connection.isOwed).toBe(false)
  reads(false)
  let total = 0
  for (; total < 20 * MB && !connection.isClosed; total += MB / 2) {
    connection.send(frameOf(MB / 2))
    await sent()
  }
  expect(connection.isClosed).toBe(true)
  expect(total).toBeLessThan(6 * MB)
})

test('CP29 an answer that is on its way may be large, and what comes beside it may not', async () => {
  const { connection, reads, sent } = aConnection()
  reads(false)
  connection.sendOwed(frameOf(10 * MB))
  await sent()
  for (let i = 0; i < 7; i++) connection.send(frameOf(MB / 2))
  expect(connection.isClosed).toBe(false)
  for (let i = 0; i < 2; i++) connection.send(frameOf(MB / 2))
  expect(connection.isClosed).toBe(true)
})
