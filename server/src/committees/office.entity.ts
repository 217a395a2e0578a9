// Committees: offices of a body, for writing.
import type { OfficeKind } from '@faellesrum/schema/committees'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'committees', name: 'office' })
export class OfficeEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'body_id' }) body!: string
  @Column('text') kind!: OfficeKind
  @Column('uuid', { name: 'person_id' }) person!: string
  @Column('date', { name: 'from_day' }) from!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
}
