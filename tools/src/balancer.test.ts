// Tools: the balancer: turns, dead and hanging processes, and what it must leave as it was.
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Balancer } from './balancer.js'

type Process = Readonly<{ server: Server; port: number }>

/** Says its name, what it was asked and by whom; after an upgrade it repeats what it hears. */
async function aProcess(name: string): Promise<Process> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes) => (body += String(bytes)))
    request.on('end', () => {
      if (request.url === '/readyz') return response.end()
      response.setHeader('set-cookie', ['a=1', 'b=2'])
      const { host, 'x-forwarded-for': sender } = request.headers
      response.end(JSON.stringify({ name, body, url: request.url, host, sender }))
    })
  })
  server.on('upgrade', (request, socket) => {
    socket.on('error', () => {})
    socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')
    socket.write(`${name} ${request.headers['x-forwarded-for']} `)
    socket.on('data', (bytes: Buffer) => (String(bytes) === 'end' ? socket.end('last words') : socket.write(bytes)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

const end = ({ server }: Process): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

let one: Process, other: Process, room: Process, balancer: Balancer
const processes: Process[] = []
beforeEach(async () => {
  processes.push((one = await aProcess('one')), (other = await aProcess('other')), (room = await aProcess('room')))
  balancer = await Balancer.start([
    { prefix: '/collab/', ports: [room.port] },
    { prefix: '/', ports: [one.port, other.port] },
  ])
})
afterEach(async () => {
  await balancer.close()
  await Promise.all(processes.splice(0).map(end))
})

const at = (path: string): string => `http://127.0.0.1:${balancer.port}${path}`
const asked = async (path: string, init?: RequestInit): Promise<Record<string, string>> =>
  (await (await fetch(at(path), init)).json()) as Record<string, string>

/** Opens, says each word once the last was answered, and hears to the end. */
const spoken = (...words: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(balancer.port, '127.0.0.1')
    let heard = ''
    socket.write('GET /collab/x?pass=y HTTP/1.1\r\nHost: h\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')
    socket.on('data', (bytes: Buffer) => {
      heard += String(bytes)
      const word = words.shift()
      if (word !== undefined) socket.write(word)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })

describe('a balancer', () => {
  test('gives each process its turn, and each path to those who serve it', async () => {
    const names = [await asked('/'), await asked('/graphql'), await asked('/collabs')].map(({ name }) => name)
    expect(names).toEqual(['one', 'other', 'one'])
    expect((await asked('/collab/x')).name).toBe('room')
  })

  test('leaves path, host, body and cookies as they were, and adds who asked', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.1' }
    const heard = await asked('/graphql?a=%20b', { method: 'POST', body: 'hvad?', headers })
    expect(heard).toMatchObject({ url: '/graphql?a=%20b', body: 'hvad?', sender: '192.0.2.1, 127.0.0.1' })
    expect(heard.host).toBe(`127.0.0.1:${balancer.port}`)
    expect((await fetch(at('/'))).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  test('asks the next when one is dead, with the whole body, and the dead one again when it is back', async () => {
    await end(one)
    const names = await Promise.all([1, 2, 3].map((n) => asked('/', { method: 'POST', body: `${n}` })))
    expect(names.map(({ name, body }) => `${name} ${body}`)).toEqual(['other 1', 'other 2', 'other 3'])
    await end(other)
    expect((await fetch(at('/'))).status).toBe(503)
    await new Promise<void>((resolve) => one.server.listen(one.port, '127.0.0.1', resolve))
    expect((await asked('/')).name).toBe('one')
  })

  test('asks another what can be asked twice, when one dies over the question; of the rest it says so', async () => {
    for (const server of [one.server, other.server]) {
      server.prependOnceListener('request', (request) => request.socket.destroy())
    }
    expect((await fetch(at('/'), { method: 'POST', body: 'x' })).status).toBe(502)
    expect((await asked('/')).name).toBe('one')
  })

  test('passes an upgrade on with all that is said in it, to the last word', async () => {
    const heard = await spoken('hej', 'end')
    expect(heard).toMatch(/^HTTP\/1\.1 101 [^]*\r\n\r\nroom 127\.0\.0\.1 hej?last words$/)
  })

  test('ends sockets whose process dies, and refuses those that nobody can take', async () => {
    const arrived = new Promise<Duplex>((resolve) => room.server.once('upgrade', (_, socket) => resolve(socket)))
    const open = spoken()
    ;(await arrived).destroy()
    expect(await open).toContain('101')
    await end(room)
    expect(await spoken()).toMatch(/^HTTP\/1\.1 503 /)
  })
})
