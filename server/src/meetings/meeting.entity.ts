// Meetings: a meeting and the bodies it convenes, for writing.
import type { MeetingKind } from '@faellesrum/schema/meetings'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'meetings', name: 'meeting' })
export class MeetingEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') kind!: MeetingKind
  @Column('text') title!: string
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: string
  /** The day of `startsAt` in the municipality: what a decision is dated by. */
  @Column('date', { name: 'on_day' }) on!: string
  @Column('text', { nullable: true }) place!: string | null
}

@Entity({ schema: 'meetings', name: 'convened' })
export class ConvenedEntity {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meeting!: string
  @PrimaryColumn('uuid', { name: 'body_id' }) body!: string
  @Column('smallint') position!: number
}
