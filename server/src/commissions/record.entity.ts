// Commissions: what is added to and never changed: offices, evidence, openings.
import type { CommissionState, DraftOpenness } from '@faellesrum/schema/commissions'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'commissions', name: 'office' })
export class CommissionOfficeEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'commission_id' }) commission!: string
  @Column('text') kind!: 'drafter' | 'clerk'
  @Column('uuid', { name: 'person_id' }) person!: string
  @Column('date', { name: 'from_day' }) from!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
}

@Entity({ schema: 'commissions', name: 'evidence' })
export class EvidenceEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'commission_id' }) commission!: string
  @Column('text') state!: CommissionState
  @Column('date', { name: 'on_day' }) on!: string
  /** False for one of several words that an edge waits for (KO6). */
  @Column('boolean') enters!: boolean
  @Column('uuid', { name: 'body_id', nullable: true }) body!: string | null
  @Column('uuid', { name: 'meeting_id', nullable: true }) meeting!: string | null
  @Column('text') source!: string
  @Column('uuid', { name: 'by_person', nullable: true }) by!: string | null
}

@Entity({ schema: 'commissions', name: 'opening' })
export class OpeningEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'commission_id' }) commission!: string
  @Column('text') openness!: DraftOpenness
  @Column('uuid', { name: 'person_id' }) person!: string
  @Column('timestamptz') at!: string
}
