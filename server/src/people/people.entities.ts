// People: what is remembered. Entities are for writing; reading goes by people.readings.ts.
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'people', name: 'electoral_group' })
export class ElectoralGroupEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') slug!: string
  @Column('text') name!: string
}

@Entity({ schema: 'people', name: 'person' })
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text', { nullable: true }) slug!: string | null
  @Column('text') name!: string
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null
}

@Entity({ schema: 'people', name: 'mandate' })
export class MandateEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') kind!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId!: string | null
  @Column('uuid', { name: 'commission_id', nullable: true }) commissionId!: string | null
  @Column('date', { name: 'from_day' }) from!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
  @Column('text', { name: 'ended_because', nullable: true }) endedBecause!: string | null
  @Column('boolean', { name: 'by_claim', default: false }) byClaim!: boolean
}

@Entity({ schema: 'people', name: 'name_consent' })
export class NameConsentEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('text') shows!: string
  @Column('boolean', { name: 'by_guardian' }) byGuardian!: boolean
  @Column('date', { name: 'from_day' }) from!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
}

@Entity({ schema: 'people', name: 'account' })
export class AccountEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') issuer!: string
  @Column('text') subject!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
}

@Entity({ schema: 'people', name: 'invitation' })
export class InvitationEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text', { name: 'token_hash' }) tokenHash!: string
  @Column('uuid', { name: 'mandate_id' }) mandateId!: string
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
  @Column('timestamptz', { name: 'spent_at', nullable: true }) spentAt!: Date | null
  @Column('uuid', { name: 'spent_by', nullable: true }) spentBy!: string | null
}
