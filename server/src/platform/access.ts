// Platform: what somebody may do in a room, on the wire. Rooms and drafts both answer it.
import { accesses } from '@faellesrum/schema/rooms'
import { graphqlEnum } from './enums.js'

export const Access = graphqlEnum('Access', accesses, 'What somebody may do in a room, from least to most.', {
  read: 'See the text as it is written, and who is there.',
  comment: 'Comment besides.',
  suggest: 'Propose changes besides.',
  write: 'Change the text.',
})
