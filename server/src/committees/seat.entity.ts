// Committees: places on a body and who holds them, for writing.
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'committees', name: 'seat' })
export class SeatEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'body_id' }) body!: string
  @Column('smallint') number!: number
  @Column('text') kind!: 'council-member' | 'citizen-member'
  @Column('text', { nullable: true }) profile!: string | null
  @Column('date', { name: 'from_day' }) from!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
}

@Entity({ schema: 'committees', name: 'seating' })
export class SeatingEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'seat_id' }) seat!: string
  @Column('uuid', { name: 'mandate_id' }) mandate!: string
  @Column('date', { name: 'from_day' }) from!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
}
