// Committees: what root fields take.
import { Field, ID, InputType } from 'type-graphql'
import { graphqlEnum } from '../platform/index.js'
import { BodyKind, BodyStatus } from './body.type.js'

export const BodyOrder = graphqlEnum('BodyOrder', ['name', 'from'], 'How bodies are put in order.', {
  name: 'By name, in Danish order.',
  from: 'By first day, the newest first; those without a day last.',
})

@InputType({ description: 'Which bodies; every part that is not given fits all.' })
export class BodyFilter {
  @Field(() => [BodyKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: string[] | null

  @Field(() => BodyStatus, { nullable: true, description: 'Only those with this status today.' })
  status?: string | null

  @Field(() => ID, { nullable: true, description: 'Only those that belong to this body.' })
  owner?: string | null

  @Field(() => String, { nullable: true, description: 'Only those with this in their name.' })
  search?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Only those where the viewer holds a mandate.' })
  mine?: boolean | null
}
