// Commissions: a commission's own row and what belongs to it, for writing.
import type { CommissionState, DraftOpenness } from '@faellesrum/schema/commissions'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'commissions', name: 'commission' })
export class CommissionEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') slug!: string
  @Column('text') name!: string
  @Column('text', { nullable: true }) question!: string | null
  /** Null until the first state is entered; then nobody is shown it. */
  @Column('text', { nullable: true }) state!: CommissionState | null
  @Column('date', { nullable: true }) since!: string | null
  @Column('int') version!: number
  @Column('boolean', { name: 'from_source' }) fromSource!: boolean
  @Column('uuid', { name: 'body_id', nullable: true }) body!: string | null
  @Column('uuid', { name: 'draft_id', nullable: true }) draft!: string | null
  @Column('text') openness!: DraftOpenness
  @Column('smallint', { nullable: true }) politicians!: number | null
  @Column('smallint', { nullable: true }) citizens!: number | null
  @Column('text', { name: 'seat_note', nullable: true }) seatNote!: string | null
  @Column('text') search!: string
}

@Entity({ schema: 'commissions', name: 'ownership' })
export class CommissionOwnershipEntity {
  @PrimaryColumn('uuid', { name: 'commission_id' }) commission!: string
  @PrimaryColumn('uuid', { name: 'body_id' }) body!: string
  @Column('smallint') position!: number
}

@Entity({ schema: 'commissions', name: 'profile' })
export class SeatProfileEntity {
  @PrimaryColumn('uuid', { name: 'commission_id' }) commission!: string
  @PrimaryColumn('smallint') position!: number
  @Column('text') text!: string
  @Column('smallint', { name: 'at_least', nullable: true }) atLeast!: number | null
}

@Entity({ schema: 'commissions', name: 'plan' })
export class PlannedStateEntity {
  @PrimaryColumn('uuid', { name: 'commission_id' }) commission!: string
  @PrimaryColumn('text') state!: CommissionState
  @Column('date', { name: 'on_day' }) on!: string
}

@Entity({ schema: 'commissions', name: 'source' })
export class CommissionSourceEntity {
  @PrimaryColumn('uuid', { name: 'commission_id' }) commission!: string
  @PrimaryColumn('smallint') position!: number
  @Column('text') title!: string
  @Column('text', { nullable: true }) place!: string | null
  @Column('text', { nullable: true }) note!: string | null
  @Column('text', { nullable: true }) url!: string | null
}
