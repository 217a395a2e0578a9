// Playground: what its own little server is asked (tools/bin/playground.mjs); the town is asked by each one's line.
import { draftShape } from '@faellesrum/schema/drafts'
import type { MandateKind } from '../../__generated__/graphql.js'
import type { FetchPass, Pass } from '../../rooms/index.js'

export type Side = Readonly<{ slug: string; name: string; kind: MandateKind; token: string; port: number }>
export type Ground = Readonly<{ room: string; title: string; sides: readonly Side[] }>

export type LogLine = Readonly<{
  seq: number
  /** Null for what the server wrote itself. */
  who: string | null
  kind: MandateKind | null
  receivedAt: string
  offline: boolean
  updates: number
  bytes: number
}>
export type KnownRun = Readonly<{ block: string; from: number; who: string; kind: MandateKind | null; text: string }>
export type Known = Readonly<{ log: readonly LogLine[]; seq: number; runs: readonly KnownRun[] }>

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
  return (await response.json()) as T
}

export const fetchGround = async (): Promise<Ground> => answer(await fetch('/playground/ground'))
export const fetchKnown = async (): Promise<Known> => answer(await fetch('/playground/known'))

export async function setLine(slug: string, line: { cut: boolean; delayMs: number }): Promise<void> {
  await fetch(`/playground/line/${slug}`, { method: 'POST', body: JSON.stringify(line) })
}

const enterRoom = `mutation EnterRoom($room: RoomName!, $shape: Int) {
  enterRoom(room: $room, shape: $shape) {
    __typename
    ... on RoomPass { url token access expiresAt }
    ... on Refusal { code message }
  }
}`

type Entered =
  | { __typename: 'RoomPass'; url: string; token: string; access: string; expiresAt: string }
  | { __typename: 'Refusal'; code: string; message: string }

/** By the line of this side: where it is cut, nobody can be asked. */
export const passesBy =
  ({ slug, token }: Side, room: string): FetchPass =>
  async () => {
    const response = await fetch(`/playground/by/${slug}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: enterRoom, variables: { room, shape: draftShape } }),
    })
    const entered = (await answer<{ data: { enterRoom: Entered } }>(response)).data.enterRoom
    if (entered.__typename === 'Refusal') return { refusal: { code: entered.code, message: entered.message } }
    const access = entered.access.toLowerCase() as Pass['access']
    return { pass: { url: entered.url, token: entered.token, access, expiresAt: Date.parse(entered.expiresAt) } }
  }
