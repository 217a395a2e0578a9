// Committees: a body and its owners, for writing.
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { BodyKind } from '@faellesrum/schema/committees'

@Entity({ schema: 'committees', name: 'body' })
export class BodyEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') slug!: string
  @Column('text') kind!: BodyKind
  @Column('text') name!: string
  @Column('text', { nullable: true }) purpose!: string | null
  @Column('text', { nullable: true }) remit!: string | null
  @Column('text', { nullable: true }) competence!: string | null
  @Column('date', { name: 'from_day', nullable: true }) from!: string | null
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
  @Column('text', { name: 'period_note', nullable: true }) periodNote!: string | null
  @Column('text', { name: 'closed_because', nullable: true }) closedBecause!: string | null
  @Column('text', { name: 'owners_note', nullable: true }) ownersNote!: string | null
  /** Lower case, for searching. */
  @Column('text') search!: string
}

@Entity({ schema: 'committees', name: 'ownership' })
export class BodyOwnershipEntity {
  @PrimaryColumn('uuid', { name: 'body_id' }) body!: string
  @PrimaryColumn('uuid', { name: 'owner_id' }) owner!: string
  @Column('smallint') position!: number
}

@Entity({ schema: 'committees', name: 'source' })
export class BodySourceEntity {
  @PrimaryColumn('uuid', { name: 'body_id' }) body!: string
  @PrimaryColumn('smallint') position!: number
  @Column('text') title!: string
  @Column('text', { nullable: true }) place!: string | null
  @Column('text', { nullable: true }) note!: string | null
  @Column('text', { nullable: true }) url!: string | null
}
