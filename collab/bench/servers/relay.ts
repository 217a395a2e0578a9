// The bench, servers: bare relays. They know neither texts nor people and keep nothing: what they cost is what sockets cost.
import type { Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { Knowledge } from '../../src/knowledge.js'
import { defaultLimits } from '../../src/limits.js'
import { scan } from '../../src/scan.js'
import { type Scanned, splice } from '../../src/splice.js'
import { wire, type WireFrame } from '../../src/wire.js'
import type { Ground } from '../names.js'
import { listen, roomOf, type Served } from './listen.js'

type Member = Readonly<{ ws: WebSocket; socket: Socket }>
type Room = { members: Set<Member>; waiting: Buffer[] }
type Deliver = (room: Room, from: Member, message: Buffer) => void

// Nothing to ask for and nothing to answer, said at once, so that every client takes the same way in.
const askForAll = Buffer.of(0, 0, 1, 0)
const nothingThere = Buffer.of(0, 1, 2, 0, 0)

const relay = (deliver: Deliver) => async ({ port }: Ground): Promise<Served> => {
  const rooms = new Map<string, Room>()
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false })
  const listening = await listen(port, (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const name = roomOf(request)
      const room = rooms.get(name) ?? { members: new Set(), waiting: [] }
      rooms.set(name, room)
      const member = { ws, socket: socket as Socket }
      room.members.add(member)
      ws.on('error', () => {})
      ws.on('close', () => {
        room.members.delete(member)
        if (room.members.size === 0) rooms.delete(name)
      })
      ws.on('message', (message: Buffer) => {
        if (message[0] === 0 && message[1] === 0) ws.send(nothingThere)
        else if (message[0] !== 0 || message[1] === 2) deliver(room, member, message)
      })
      ws.send(askForAll)
    })
  })
  return { port: listening.port, close: async () => {} }
}

export const bareRelay = relay((room, from, message) => {
  for (const member of room.members) if (member !== from) member.ws.send(message)
})

/** Gathers what a room hears in one turn; `write` then makes the bytes that everybody in it gets by one write. */
const batching = (write: (messages: Buffer[]) => Uint8Array): Deliver => (room, _from, message) => {
  room.waiting.push(message)
  if (room.waiting.length > 1) return
  setImmediate(() => {
    const bytes = write(room.waiting)
    room.waiting = []
    for (const { socket } of room.members) socket.write(bytes)
  })
}

/** The header of an unmasked frame, and the message as it came. */
function framed(message: Buffer): Buffer[] {
  const { length } = message
  if (length < 126) return [Buffer.of(0x82, length), message]
  if (length < 65536) return [Buffer.of(0x82, 126, length >> 8, length & 255), message]
  const header = Buffer.alloc(10)
  header[0] = 0x82
  header[1] = 127
  header.writeUInt32BE(length, 6)
  return [header, message]
}

export const batchingRelay = relay(batching((messages) => Buffer.concat(messages.flatMap(framed))))

/** The update of a sync message: type, step, length, and then it. */
function updateOf(message: Buffer): Buffer {
  let at = 2
  while (message[at++]! >= 128);
  return message.subarray(at)
}

/** By our own splice, but without a room that knows what may come: no check of holes, people or rights. */
export const splicingRelay = relay(
  batching((messages) => {
    const frames: WireFrame[] = messages.filter((message) => message[0] !== 0).flatMap(framed)
    const updates = messages.filter((message) => message[0] === 0).map(updateOf)
    const scanned = updates.flatMap((bytes): Scanned[] => {
      const found = scan(bytes, anything, defaultLimits)
      return typeof found === 'string' ? [] : [{ bytes, scan: found }]
    })
    const spliced = scanned.length === updates.length && scanned.length > 0 ? splice(scanned) : null
    frames.push(...(spliced === null ? updates : [spliced]).map((update) => wire.update(update)))
    return Buffer.concat(frames)
  }),
)

/** Believes every clock to have come before. */
class Credulous extends Knowledge {
  override next(): number {
    return Number.MAX_SAFE_INTEGER
  }
}
const anything = new Credulous()
