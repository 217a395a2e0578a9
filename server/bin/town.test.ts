// The town as a whole: parts start together or not at all, and a right that ends is gone from every door within two seconds.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { day } from '@faellesrum/schema/kernel'
import { seedTown } from '../src/seed/index.js'
import { aServedTown, type ServedTown } from '../src/testing/running-town.js'
import { PortTaken } from './town.js'

let town: ServedTown
beforeAll(async () => {
  town = await aServedTown()
  await seedTown(town.town, { today: day('2026-11-23') })
}, 120_000)
afterAll(() => town.close())

const enter = async (token: string): Promise<{ url: string; token: string; access: string }> => {
  const { data } = await town.ask('{ commission(slug: "lokal-mad") { room } }', { token })
  const entered = await town.ask(
    'mutation($room: RoomName!) { enterRoom(room: $room) { ... on RoomPass { url token access } ... on Refusal { code } } }',
    { token, variables: { room: data.commission?.room ?? 'draft/01900000-0000-7000-8000-000000000000' } },
  )
  return entered.data.enterRoom
}

/** A stock socket in the room; resolves when the first frame has come, and tells how it was closed. */
async function inside(pass: { url: string; token: string }): Promise<{ closed: Promise<number> }> {
  const ws = new WebSocket(`${pass.url.replace('localhost', '127.0.0.1')}?pass=${pass.token}`)
  const closed = new Promise<number>((resolve) => ws.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    ws.once('message', () => resolve())
    ws.once('close', (code) => reject(new Error(`closed ${code} before anything came`)))
    ws.on('error', reject)
  })
  return { closed }
}

describe('a right that ends', () => {
  it('closes the room 4401 for whoever signs out, and for no other session of the same person', async () => {
    const first = await town.signIn('Oda Lindskov')
    const second = await town.signIn('Oda Lindskov')
    const gone = await inside(await enter(first))
    const stays = await inside(await enter(second))
    await fetch(`http://127.0.0.1:${town.port}/auth/sign-out`, {
      method: 'POST',
      headers: { authorization: `Bearer ${first}` },
    })
    const began = performance.now()
    expect(await gone.closed).toBe(4401)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(await Promise.race([stays.closed, enter(second).then(({ access }) => access)])).toBe('WRITE')
  })

  it('closes the room 4403 when the mandate ends today, and opens it no more', async () => {
    const clerk = await town.signIn('Birk Ellemose')
    const yasmin = await town.signIn('Yasmin Pihlkjær')
    const viewer = await town.ask('{ viewer { mandates { id kind } } }', { token: clerk })
    const mandate = viewer.data.viewer.mandates.find((each: { kind: string }) => each.kind === 'ADMINISTRATION').id
    const open = await inside(await enter(clerk))
    const today = new Date(town.town.clock.now()).toISOString().slice(0, 10)
    const ended = await town.ask(
      'mutation($input: EndMandateInput!) { endMandate(input: $input) { __typename ... on Refusal { code message } } }',
      { token: yasmin, variables: { input: { key: 'end', mandate, on: today, because: 'prøve' } } },
    )
    expect(ended.data.endMandate).toEqual({ __typename: 'MandateResult' })
    const began = performance.now()
    expect(await open.closed).toBe(4403)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(await enter(clerk)).not.toHaveProperty('token')
  })
})

describe('a start', () => {
  it('names PORT when the port is taken, and leaves nothing open', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    await expect(aServedTown({ PORT: String(port) })).rejects.toThrow(PortTaken)
    await expect(aServedTown({ PORT: String(port) })).rejects.toThrow(`PORT=${port + 1} npm start`)
    other.close()
  })
})

describe('a stop', () => {
  it('closes open sockets to be opened again, and does not wait for them', async () => {
    const short = await aServedTown()
    await short.person('Oda Lindskov', 'resident')
    const token = await short.signIn('Oda Lindskov')
    const ws = new WebSocket(`ws://127.0.0.1:${short.port}/graphql`, ['graphql-transport-ws'])
    const closed = new Promise<number>((resolve) => ws.on('close', resolve))
    ws.on('open', () =>
      ws.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    )
    await new Promise((resolve) => ws.once('message', resolve))
    const began = performance.now()
    await short.close()
    expect(performance.now() - began).toBeLessThan(5_000)
    // Going away: graphql-ws clients come back.
    expect(await closed).toBe(1001)
  })
})

describe('an upgrade', () => {
  it.each(['/', '/nowhere', '/graphqlx', '/collab-x'])('to %s is not found', async (path) => {
    const status = await new Promise((resolve) => {
      const ws = new WebSocket(`ws://127.0.0.1:${town.port}${path}`, ['graphql-transport-ws'])
      ws.on('error', () => {})
      ws.on('unexpected-response', (_, response) => resolve(response.statusCode))
      ws.on('open', () => resolve('open'))
    })
    expect(status).toBe(404)
  })
})
