// Drafts: what can be asked of a text.
import { accesses } from '@faellesrum/schema/rooms'
import { Field, Float, Int, ObjectType } from 'type-graphql'
import { Mandate, MandateKind, Person } from '../people/index.js'
import { Access, DateTime, Node, Refusal, RoomName } from '../platform/index.js'

@ObjectType({ description: 'A section of the template that a text was begun from.' })
export class DraftSection {
  @Field(() => String, {
    description: 'Its name for programs; the heading in the text has the block id `section-<key>`.',
  })
  key!: string

  @Field(() => Int, { description: 'Counted from 1.' })
  number!: number

  @Field(() => String, { description: 'Its heading.' })
  title!: string

  @Field(() => String, { description: 'What belongs there; shown beside an empty section, never part of the text.' })
  guide!: string
}

@ObjectType({ description: 'A mandate that the viewer could enter the room under, and what it gives there.' })
export class RoomMandate {
  @Field(() => Mandate, { description: 'The mandate.' })
  mandate!: Mandate

  @Field(() => Access, { description: 'What it gives.' })
  access!: (typeof accesses)[number]
}

@ObjectType({ description: 'Who wrote a piece of text, as far as the viewer may know.' })
export class RunAuthor {
  @Field(() => Person, { nullable: true, description: 'The person; only for those who are inside the room.' })
  person!: Person | null

  @Field(() => MandateKind, {
    nullable: true,
    description: 'The mandate it was received under; null for text that nobody vouches for.',
  })
  mandateKind!: string | null

  @Field(() => String, { description: 'A name or a kind, to show.' })
  label!: string
}

@ObjectType({ description: 'A run of text in one block; offsets in UTF-16 units.' })
export class AuthoredRun {
  @Field(() => String, { description: 'The block’s id.' })
  block!: string

  @Field(() => Int, { description: 'Where it begins in the block.' })
  from!: number

  @Field(() => Int, { description: 'Where it ends.' })
  to!: number

  @Field(() => RunAuthor, { description: 'Who wrote it.' })
  author!: RunAuthor

  @Field(() => RunAuthor, { nullable: true, description: 'Who brought it here, where it was copied.' })
  copiedBy!: RunAuthor | null
}

@ObjectType({ description: 'How much somebody, or a group of at least five, has written.' })
export class AuthorShare {
  @Field(() => Person, { nullable: true, description: 'The person; only for those who are inside the room.' })
  person!: Person | null

  @Field(() => MandateKind, {
    nullable: true,
    description: 'The mandate; null where several small groups stand together.',
  })
  mandateKind!: string | null

  @Field(() => String, { description: 'A name or a kind, to show.' })
  label!: string

  @Field(() => Int, { nullable: true, description: 'Letters and digits outside the template; null outside the room.' })
  characters!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Of all that are counted here, 0 to 1; outside the room in whole hundredths.',
  })
  share!: number | null
}

@ObjectType({ description: 'Who wrote what of a text, computed from its log by rules that anybody can run again.' })
export class Authorship {
  @Field(() => Int, { description: 'The row of the log that it was computed at.' })
  seq!: number

  @Field(() => String, { description: 'The version of the rules: `attribution:v1`.' })
  rule!: string

  @Field(() => [AuthoredRun], { description: 'The text run by run; empty for those who are not inside the room.' })
  runs!: AuthoredRun[]

  @Field(() => [AuthorShare], {
    description: 'The largest first. Groups under five people stand together or not at all, outside the room.',
  })
  shares!: AuthorShare[]

  @Field(() => Int, { description: 'How many people the shares stand for.' })
  people!: number

  @Field(() => Int, {
    nullable: true,
    description: 'How many letters and digits the shares stand for; null outside the room.',
  })
  characters!: number | null
}

/**
 * What a field that reads the words themselves costs: a text that nobody asked for lately is folded out of its log, and
 * for authorship the log is replayed.
 */
const reading = { complexity: 10 }
const replaying = { complexity: 30 }

@ObjectType({
  implements: Node,
  description:
    'A text that several people write; what it is a draft of is told by the object that has it. A closed draft is private.',
})
export class Draft extends Node {
  @Field(() => RoomName, { description: 'The room in which it is written; pass it to `enterRoom`.' })
  room!: string

  @Field(() => Int, { description: 'The version of the text’s shape, for `enterRoom`.' })
  shape!: number

  @Field(() => String, {
    nullable: true,
    description: 'The name of the version that it stands at: `1.0` once adopted.',
  })
  versionName!: string | null

  @Field(() => [DraftSection], { description: 'The sections of its template, in order.' })
  sections!: DraftSection[]

  @Field(() => String, { nullable: true, description: 'The rendered text, safe to show.', ...reading })
  html!: string | null

  @Field(() => Int, { nullable: true, description: 'How many words.', ...reading })
  words!: number | null

  @Field(() => DateTime, { nullable: true, description: 'When something was last written in it.' })
  updatedAt!: string | null

  @Field(() => Access, { nullable: true, description: 'The most that the viewer may do with it.' })
  viewerAccess!: string | null

  @Field(() => Refusal, { nullable: true, description: 'Why the viewer may not do more than viewerAccess says.' })
  viewerAccessReason!: Refusal | null

  @Field(() => [RoomMandate], { description: 'The mandates that the viewer could enter its room under, best first.' })
  viewerMandates!: RoomMandate[]

  @Field(() => Authorship, { nullable: true, description: 'Who wrote what of it.', ...replaying })
  authorship!: Authorship | null
}
