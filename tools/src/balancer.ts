// Tools: the balancer of the cluster: one address before several processes, which take turns; dead ones are skipped.
// Our own, for of the http-proxy family http-proxy-3 wants Node 22, and what we need most is to ask the next one.
import { createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** Requests whose path begins so go to these ports of 127.0.0.1; the first route that fits counts. */
export type Route = Readonly<{ prefix: string; ports: readonly number[] }>

const host = '127.0.0.1'
const nobody = 'HTTP/1.1 503 Service Unavailable'
/** Whoever does not say within this time that it is ready comes last: one that hangs still takes connections. */
const checkEveryMs = 1000

/** Of one connection, and not of what is said over it (RFC 9110, 7.6.1). */
const ofOneHop = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']

export class Balancer {
  readonly port: number
  readonly #server: Server
  readonly #routes: readonly Route[]
  readonly #turns = new Map<Route, number>()
  readonly #unready = new Set<number>()
  readonly #open = new Set<Duplex>()
  readonly #checks: NodeJS.Timeout

  private constructor(server: Server, routes: readonly Route[]) {
    this.#server = server
    this.#routes = routes
    this.port = (server.address() as AddressInfo).port
    server.on('request', (request, response) => void this.#answer(request, response))
    server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
    this.#checks = setInterval(() => this.#check(), checkEveryMs)
    this.#checks.unref()
  }

  /** On the port given, or any that is free; rejects where it is taken. */
  static async start(routes: readonly Route[], port = 0): Promise<Balancer> {
    const server = createServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host, backlog: 4096 }, resolve)
    })
    return new Balancer(server, routes)
  }

  async close(): Promise<void> {
    clearInterval(this.#checks)
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.#server.closeAllConnections()
    for (const socket of this.#open) socket.destroy()
    await closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse, tries = 3): Promise<void> {
    response.on('error', () => {})
    const socket = await this.#reach(request.url!)
    if (socket === null) return void response.writeHead(503, { 'retry-after': '1' }).end('nobody is there to answer\n')
    if (response.destroyed) return void socket.destroy()
    const { method, url: path } = request
    const onward = ask({ createConnection: () => socket, method, path, headers: withSender(request), setHost: false })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode!, answer.statusMessage, withoutHop(answer.rawHeaders))
      answer.pipe(response)
      // What was cut off must not look like all of it.
      answer.on('error', () => response.destroy())
    })
    onward.on('error', () => {
      if (response.headersSent) response.destroy()
      // It died with the question in its hand; only reading may be asked twice.
      else if ((method === 'GET' || method === 'HEAD') && tries > 1) void this.#answer(request, response, tries - 1)
      else response.writeHead(502).end('the process that was asked has gone\n')
    })
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }

  async #upgrade(request: IncomingMessage, near: Duplex, head: Buffer): Promise<void> {
    near.on('error', () => near.destroy())
    const far = await this.#reach(request.url!)
    if (far === null) return void near.end(`${nobody}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
    // It has gone meanwhile, and nothing more would tell.
    if (near.destroyed) return void far.destroy()
    const lines = pairs(request.rawHeaders)
      .filter(([name]) => name.toLowerCase() !== 'x-forwarded-for')
      .concat([['X-Forwarded-For', senders(request)]])
    const asked = [`${request.method} ${request.url} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)]
    far.write(`${asked.join('\r\n')}\r\n\r\n`)
    far.write(head)
    for (const [one, other] of [[near, far], [far, near]] as const) {
      this.#open.add(one)
      one.pipe(other)
      one.on('error', () => {})
      one.on('close', () => {
        this.#open.delete(one)
        // After what is still to be written: the reason for the end is in it.
        ;(other as Socket).destroySoon()
      })
    }
  }

  /** A connection to whoever's turn it is, or to the next that takes one; null where nobody does. */
  async #reach(url: string): Promise<Socket | null> {
    const route = this.#routes.find(({ prefix }) => url.startsWith(prefix))
    if (route === undefined) return null
    const turn = this.#turns.get(route) ?? 0
    this.#turns.set(route, turn + 1)
    const inTurn = route.ports.map((_, i) => route.ports[(turn + i) % route.ports.length]!)
    const isUnready = (port: number): number => Number(this.#unready.has(port))
    for (const port of inTurn.toSorted((a, b) => isUnready(a) - isUnready(b))) {
      const socket = await connected(port)
      if (socket !== null) return socket
    }
    return null
  }

  #check(): void {
    for (const port of new Set(this.#routes.flatMap(({ ports }) => ports))) {
      const asked = ask({ host, port, path: '/readyz', timeout: checkEveryMs, agent: false })
      const found = (isReady: boolean): void => void (isReady ? this.#unready.delete(port) : this.#unready.add(port))
      asked.on('response', (answer) => found(answer.resume().statusCode === 200))
      asked.on('timeout', () => asked.destroy(new Error('too late')))
      asked.on('error', () => found(false))
      asked.end()
    }
  }
}

const connected = (port: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect({ port, host })
    socket.setNoDelay(true)
    socket.once('connect', () => resolve(socket))
    socket.on('error', () => resolve(null))
  })

const pairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1]!]] : []))

/** As they came, several of one name too (cookies). */
const withoutHop = (raw: readonly string[]): string[] =>
  pairs(raw).filter(([name]) => !ofOneHop.includes(name.toLowerCase())).flat()

const senders = ({ headers, socket }: IncomingMessage): string =>
  [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ')

const withSender = (request: IncomingMessage): Record<string, string | string[]> => {
  const kept = Object.entries(request.headers).filter(([name]) => !ofOneHop.includes(name) && name !== 'expect')
  return { ...(Object.fromEntries(kept) as Record<string, string | string[]>), 'x-forwarded-for': senders(request) }
}
