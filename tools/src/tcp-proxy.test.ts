// The line whose faults all others rest on: what it says it does, it does.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { portIfFree } from './ports.js'
import { TcpProxy } from './tcp-proxy.js'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Answers each piece with its own name before it. */
async function echo(name: string): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (bytes) => socket.write(`${name}:${bytes.toString()}`))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

async function line(targets: readonly number[]): Promise<TcpProxy> {
  const proxy = await TcpProxy.start(targets)
  ends.push(() => proxy.close())
  return proxy
}

async function call(proxy: TcpProxy): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1')
  ends.push(() => socket.destroy())
  await once(socket, 'connect')
  return socket
}

const hear = async (socket: Socket): Promise<string> => ((await once(socket, 'data')) as [Buffer])[0].toString()

test('bytes go both ways, and targets take turns', async () => {
  const proxy = await line([await echo('a'), await echo('b')])
  const said: string[] = []
  for (let i = 0; i < 4; i++) {
    const socket = await call(proxy)
    socket.write('x')
    said.push(await hear(socket))
  }
  expect(said).toEqual(['a:x', 'b:x', 'a:x', 'b:x'])
})

test('a target that refuses is passed over', async () => {
  const proxy = await line([(await portIfFree(0))!, await echo('b')])
  const socket = await call(proxy)
  socket.write('x')
  expect(await hear(socket)).toBe('b:x')
})

test('stalled: sockets stay and nothing moves, also for who comes meanwhile; then all of it arrives', async () => {
  const proxy = await line([await echo('a')])
  const early = await call(proxy)
  early.write('1')
  await hear(early)
  proxy.mode = 'stall'
  const late = await call(proxy)
  const heard: string[] = []
  for (const socket of [early, late]) socket.on('data', (bytes) => heard.push(bytes.toString()))
  early.write('2')
  late.write('3')
  // A socket beside the line is there and back in the meantime.
  const beside = await line([await echo('c')])
  for (let i = 0; i < 3; i++) {
    const socket = await call(beside)
    socket.write('x')
    await hear(socket)
  }
  expect([heard, early.destroyed, late.destroyed]).toEqual([[], false, false])
  proxy.mode = 'pass'
  while (heard.length < 2) await once(heard.includes('a:2') ? late : early, 'data')
  expect(heard.sort()).toEqual(['a:2', 'a:3'])
})

test('cut: all sockets end, and nobody comes in until it passes again', async () => {
  const proxy = await line([await echo('a')])
  const socket = await call(proxy)
  socket.write('x')
  await hear(socket)
  const gone = once(socket, 'error')
  proxy.mode = 'cut'
  await gone
  const refused = connect(proxy.port, '127.0.0.1')
  await once(refused, 'error')
  proxy.mode = 'pass'
  const again = await call(proxy)
  again.write('y')
  expect(await hear(again)).toBe('a:y')
})

test('late: each piece waits, and they stay in order', async () => {
  const proxy = await line([await echo('a')])
  const socket = await call(proxy)
  proxy.delayMs = 30
  const began = performance.now()
  socket.write('x')
  expect(await hear(socket)).toBe('a:x')
  expect(performance.now() - began).toBeGreaterThan(55)
})
