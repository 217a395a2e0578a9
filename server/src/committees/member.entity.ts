// Committees: what is known of members beside their mandate, for writing. None of it is public.
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'committees', name: 'residence' })
export class ResidenceEntity {
  @PrimaryColumn('uuid', { name: 'person_id' }) person!: string
  @Column('text') district!: string
}

@Entity({ schema: 'committees', name: 'guardian_yes' })
export class GuardianYesEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'mandate_id' }) mandate!: string
  @Column('text') guardian!: string
  @Column('date', { name: 'on_day' }) on!: string
}
