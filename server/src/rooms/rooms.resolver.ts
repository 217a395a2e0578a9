// Rooms: the one root field. It writes nothing: a pass is a signature, not a record.
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { RoomName as Name } from '@faellesrum/schema/rooms'
import { Access, answer, DateTime, localIdOrNull, resultOrRefusal, RoomName, type Visit } from '../platform/index.js'
import { enterRoom } from './enter-room.js'

@ObjectType({ description: 'The signed right to enter one room.' })
export class RoomPass {
  @Field(() => String, { description: 'Where the room is: a websocket address.' })
  url!: string

  @Field(() => String, { description: 'What opens it, until `expiresAt`. For nobody else; no log should hold it.' })
  token!: string

  @Field(() => Access, { description: 'What you may do there.' })
  access!: string

  @Field(() => DateTime, {
    description: 'Until when a socket may be opened with it. An open one is asked anew from time to time.',
  })
  expiresAt!: string
}

const RoomPassResult = resultOrRefusal('RoomPassResult', RoomPass, 'The pass, or why not.')

@Resolver()
export class RoomsResolver {
  @Mutation(() => RoomPassResult, {
    description:
      'A pass for a room where people write together. Without `as`, under the mandate of yours that gives most.',
  })
  async enterRoom(
    @Arg('room', () => RoomName, { description: 'From `Commission.room`.' }) room: Name,
    @Arg('as', () => ID, { nullable: true, description: 'The id of one of your mandates.' }) as: string | null,
    @Arg('shape', () => Int, {
      nullable: true,
      description: 'The version of the document’s shape that your program knows.',
    })
    shape: number | null,
    @Ctx() visit: Visit,
  ) {
    const wanted = { room, as: localIdOrNull('Mandate', as), shape: shape ?? null }
    const verdict = await enterRoom(visit.town, visit.viewer, wanted)
    return answer(visit, verdict, (pass) => ({ __typename: 'RoomPass' as const, ...pass }))
  }
}
