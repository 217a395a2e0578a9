// The door of rooms: passes. Which kinds of room there are, the other slices' manifests say.
import { everyone, type Slice } from '../platform/index.js'
import { RoomsResolver } from './rooms.resolver.js'

export const rooms: Slice = {
  name: 'rooms',
  resolvers: [RoomsResolver],
  // Whoever may not enter is told so by the guard, as a refusal.
  policies: { 'Mutation.enterRoom': everyone, 'RoomPass.*': everyone },
}
