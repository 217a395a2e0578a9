// Drafts: a text that several people write, for writing. The words are in its room, behind collab's door.
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'drafts', name: 'draft' })
export class DraftEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') room!: string
  /** Which template it was begun from: `commission`. */
  @Column('text') template!: string
  @Column('text', { name: 'version_name', nullable: true }) versionName!: string | null
}
