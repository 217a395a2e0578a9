// Collab: who gets in, and how those who do not are told.
import { closeCodes, RoomName } from '@faellesrum/schema/rooms'
import { generateKeyPair, SignJWT } from 'jose'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { House, id, type Person } from './testing/house.js'
import { RawClient } from './testing/raw-client.js'

let house: House
let room: RoomName
let oda: Person
beforeAll(async () => {
  house = await House.open()
  room = await house.room()
  oda = await house.person('Oda')
})
afterAll(() => house.close())

/** The HTTP status that an upgrade is answered with; 101 for one that is taken. */
function upgrade(path: string, headers: Record<string, string> = {}): Promise<number | null> {
  const { port } = new URL(house.url)
  return new Promise((resolve) => {
    const asking = request({
      host: '127.0.0.1',
      port,
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16, 1).toString('base64'),
        ...headers,
      },
    })
    asking.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? null)
    })
    asking.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve(101)
    })
    asking.on('error', () => resolve(null))
    asking.end()
  })
}

describe('addresses', () => {
  const uuid = '0198f3c2-7a11-7c3d-9a51-5f2c1f0f3a10'
  test.each([
    ['/collab', 400],
    ['/collab/', 400],
    ['/collab/draft', 400],
    ['/collab/draft/x', 400],
    [`/collab/draft/${uuid}/`, 400],
    [`/collab/Draft/${uuid}`, 400],
    [`/collab/draft/${uuid.toUpperCase()}`, 400],
    [`/collab/../draft/${uuid}`, 400],
    [`/collab/draft%2f${uuid}`, 101],
    [`/collab/draft%252f${uuid}`, 400],
    [`/collab/draft/%zz`, 400],
    [`/collab/draft/..%00`, 400],
    [`/collab/__proto__/${uuid}`, 400],
    [`/collab/draft/${'a'.repeat(10_000)}`, 400],
    [`/collab/draft/${uuid}?x=1`, 101],
    ['/other', null],
  ])('CP2 %s', async (path, status) => {
    expect(await upgrade(path)).toBe(status)
  })

  test.each([
    [undefined, 101],
    ['https://rum.test', 101],
    ['http://rum.test', 403],
    ['https://rum.test:444', 403],
    ['https://rum.test.evil', 403],
    ['https://evil.rum.test', 403],
    ['https://rum.test.', 403],
    ['HTTPS://RUM.TEST', 403],
    ['null', 403],
    ['', 403],
  ])('CP2 origin %s', async (origin, status) => {
    expect(await upgrade(`/collab/${room}`, origin === undefined ? {} : { origin })).toBe(status)
  })
})

describe('passes', () => {
  const closedWith = async (pass: string | undefined, into = room, ours = false) => {
    const client = new RawClient(`${house.url}/${into}`, { ...(pass === undefined ? {} : { pass }), ours })
    const { code } = await client.closed
    // Not a byte of state before the pass is read.
    expect(client.heard).toEqual([])
    return code
  }
  const now = () => Math.floor(Date.now() / 1000)

  test.each<[string, () => Promise<string | undefined>, number]>([
    ['none', async () => undefined, closeCodes.notSignedIn],
    ['empty', async () => '', closeCodes.notSignedIn],
    ['no token at all', async () => 'x', closeCodes.notSignedIn],
    ['huge', async () => 'x'.repeat(8000), closeCodes.notSignedIn],
    ['cut short', async () => (await house.pass(oda, room)).slice(0, -3), closeCodes.notSignedIn],
    ['expired', () => house.pass(oda, room, 'write', { iat: now() - 130, exp: now() - 10 }), closeCodes.notSignedIn],
    ['of the future', () => house.pass(oda, room, 'write', { iat: now() + 60, exp: now() + 180 }), closeCodes.notSignedIn],
    ['for a year', () => house.pass(oda, room, 'write', { exp: now() + 31_536_000 }), closeCodes.notSignedIn],
    ['for another audience', () => house.pass(oda, room, 'write', { aud: 'faellesrum' }), closeCodes.notSignedIn],
    ['for another room', async () => house.pass(oda, await house.room()), closeCodes.notSignedIn],
    ['of another version', () => house.pass(oda, room, 'write', { v: 'pass:v2' }), closeCodes.notSignedIn],
    ['with an access we do not know', () => house.pass(oda, room, 'write', { access: 'own' }), closeCodes.notSignedIn],
    ['without an expiry', () => house.pass(oda, room, 'write', { exp: undefined }), closeCodes.notSignedIn],
    ['not valid yet', () => house.pass(oda, room, 'write', { nbf: now() + 60 }), closeCodes.notSignedIn],
    ['with a part too many', async () => `${await house.pass(oda, room)}.x`, closeCodes.notSignedIn],
    ['without a mandate', () => house.pass(oda, room, 'write', { mandate: undefined }), closeCodes.notSignedIn],
    ['with a person that is none', () => house.pass(oda, room, 'write', { sub: '../x' }), closeCodes.notSignedIn],
    ['for another shape', () => house.pass(oda, room, 'write', { shape: 99 }), closeCodes.otherShape],
    ['with a key nobody knows', async () => house.sign({}, { alg: 'EdDSA', kid: 'k9' }), closeCodes.notSignedIn],
    ['without a key', async () => house.sign({}, { alg: 'EdDSA' }), closeCodes.notSignedIn],
    [
      'signed by somebody else under our key id',
      async () => {
        const [, claims] = (await house.pass(oda, room)).split('.')
        const { privateKey } = await generateKeyPair('EdDSA')
        const payload = JSON.parse(Buffer.from(claims!, 'base64url').toString())
        return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: 'k1' }).sign(privateKey)
      },
      closeCodes.notSignedIn,
    ],
    [
      'that says more than was signed',
      async () => {
        const [header, claims, signature] = (await house.pass(oda, room, 'read')).split('.')
        const payload = JSON.parse(Buffer.from(claims!, 'base64url').toString())
        return [header, Buffer.from(JSON.stringify({ ...payload, access: 'write' })).toString('base64url'), signature].join('.')
      },
      closeCodes.notSignedIn,
    ],
    [
      'unsigned',
      async () => {
        const [, claims] = (await house.pass(oda, room)).split('.')
        return `${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${claims}.`
      },
      closeCodes.notSignedIn,
    ],
    [
      'signed with the public key as a secret',
      async () => {
        const [, claims] = (await house.pass(oda, room)).split('.')
        const payload = JSON.parse(Buffer.from(claims!, 'base64url').toString())
        const secret = Buffer.from(house.keys[0]!.x!, 'base64url')
        return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret)
      },
      closeCodes.notSignedIn,
    ],
  ])('CP3 a pass %s', async (_name, make, code) => {
    expect(await closedWith(await make())).toBe(code)
  })

  test('CP4 a good pass for a room that does not exist', async () => {
    const unknown = RoomName.print('draft', id())
    expect(await closedWith(await house.pass(oda, unknown), unknown)).toBe(closeCodes.unknownRoom)
    const otherKind = `minutes/${id()}` as RoomName
    expect(await closedWith(await house.pass(oda, otherKind), otherKind)).toBe(closeCodes.unknownRoom)
  })

  test('CP3 our client hands the pass in as a subprotocol and is answered ours, never the token', async () => {
    const client = new RawClient(`${house.url}/${room}`, { pass: await house.pass(oda, room), ours: true })
    await client.opened
    expect(client.ws.protocol).toBe('faellesrum.v1')
    expect(await closedWith('forged', room, true)).toBe(closeCodes.notSignedIn)
  })

  test('CP3 a pass opens as many sockets as wanted while it lives', async () => {
    const pass = await house.pass(oda, room)
    for (let i = 0; i < 3; i++) await new RawClient(`${house.url}/${room}`, { pass }).opened
  })
})
