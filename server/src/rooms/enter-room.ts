// Rooms: a pass for one room, under one mandate. Asks the slice whose kind of room it is; knows no politics itself.
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import {
  type Access,
  accesses,
  passAudience,
  type PassClaims,
  passLifetimeMs,
  passVersion,
  RoomName,
} from '@faellesrum/schema/rooms'
import type { RoomRight, Town, Viewer } from '../platform/index.js'

export type GrantedPass = Readonly<{ url: string; token: string; access: Access; expiresAt: string }>
export type EnterRoom = Readonly<{ room: RoomName; as: string | null; shape: number | null }>

/** Without `as` the mandate that gives most, the earlier one where two give alike. */
export const best = (rights: readonly RoomRight[]): RoomRight | null =>
  rights.reduce<RoomRight | null>(
    (most, right) => (most === null || accesses.indexOf(right.access) > accesses.indexOf(most.access) ? right : most),
    null,
  )

export async function enterRoom(
  town: Town,
  viewer: Viewer | null,
  { room, as, shape }: EnterRoom,
): Promise<Verdict<GrantedPass>> {
  if (viewer === null) return no(refusal('NOT_SIGNED_IN'))
  const parsed = RoomName.parse(room)
  const guard = parsed && town.slices.map((slice) => slice.rooms?.[parsed.kind]).find((each) => each !== undefined)
  // Not a kind that has rooms: the same answer as an unknown room.
  if (!parsed || !guard) return no(refusal('NOT_FOUND'))
  const verdict = await guard(town, viewer, { name: parsed.name, id: parsed.id })
  if (!verdict.ok) return verdict
  const { rights, shape: today } = verdict.value
  const right = as === null ? best(rights) : rights.find(({ mandate }) => mandate.id === as)
  if (!right) return no(as === null ? refusal('NOT_FOUND') : refusal('NOT_ALLOWED', { wants: 'another mandate' }))
  if (shape !== null && shape !== today) return no(refusal('WRONG_SHAPE', { shape, today }))
  return yes(await signPass(town, viewer, parsed.name, right, today))
}

async function signPass(
  town: Town,
  viewer: Viewer,
  room: RoomName,
  right: RoomRight,
  shape: number,
): Promise<GrantedPass> {
  const now = town.clock.now()
  const claims: PassClaims = {
    v: passVersion,
    aud: passAudience,
    room,
    sub: viewer.person,
    mandate: right.mandate.id,
    mandateKind: right.mandate.kind,
    access: right.access,
    shape,
    session: viewer.session,
    iat: Math.floor(now / 1000),
    exp: Math.floor((now + passLifetimeMs) / 1000),
  }
  return {
    // ws for http, wss for https; the socket is at the same host as everything else.
    url: `${town.publicUrl.replace(/^http/, 'ws')}/collab/${room}`,
    token: await town.passes.sign(claims),
    access: right.access,
    expiresAt: new Date(claims.exp * 1000).toISOString(),
  }
}
