// Drafts: asking the server for a pass.
import type { ApolloClient } from '@apollo/client'
import { draftShape } from '@faellesrum/schema/drafts'
import type { Access as RoomAccess } from '@faellesrum/schema/rooms'
import { graphql } from '../__generated__/index.js'
import type { Access } from '../__generated__/graphql.js'
import type { FetchPass } from '../rooms/index.js'

const EnterRoom = graphql(`
  mutation EnterRoom($room: RoomName!, $as: ID, $shape: Int) {
    enterRoom(room: $room, as: $as, shape: $shape) {
      __typename
      ... on RoomPass {
        url
        token
        access
        expiresAt
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

const roomAccess = (access: Access): RoomAccess => access.toLowerCase() as RoomAccess

/** Passes for one room under one mandate; `as` null lets the server take the one that gives most. */
export const passesFor =
  (client: ApolloClient, room: string, as: string | null): FetchPass =>
  async () => {
    const { data } = await client.mutate({
      mutation: EnterRoom,
      variables: { room, as, shape: draftShape },
      fetchPolicy: 'no-cache',
    })
    const answer = data?.enterRoom
    if (answer?.__typename === 'RoomPass') {
      const { url, token, access, expiresAt } = answer
      return { pass: { url, token, access: roomAccess(access), expiresAt: Date.parse(expiresAt) } }
    }
    if (answer?.__typename === 'Refusal') return { refusal: { code: answer.code, message: answer.message } }
    throw new Error('enterRoom answered nothing')
  }
