// The one place where server meets collab's records; everybody else gets them handed in.
import { collabMigrations } from '@faellesrum/collab'
import { roomRecords } from '@faellesrum/collab/door'
import type { MigrationSet } from '../src/platform/migrator.js'

export const collabSets: readonly MigrationSet[] = [{ set: 'collab', migrations: collabMigrations }]
export const openRecords = roomRecords
