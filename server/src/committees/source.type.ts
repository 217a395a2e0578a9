// Committees: where a fact comes from; every later slice quotes sources alike.
import { Field, ObjectType } from 'type-graphql'

@ObjectType({ description: 'Where a fact comes from: a document, and the place in it.' })
export class Source {
  @Field(() => String, { description: 'The document or page.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'The place in it: a slide’s heading, an item of minutes.' })
  place!: string | null

  @Field(() => String, { nullable: true, description: 'What is doubtful about it, or how sources disagree.' })
  note!: string | null

  @Field(() => String, { nullable: true, description: 'Its address, where it has one.' })
  url!: string | null
}
