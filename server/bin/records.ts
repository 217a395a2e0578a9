// The one place where server meets collab's records; everybody else gets them handed in.
import { collabMigrations } from '@faellesrum/collab'
import { roomRecords } from '@faellesrum/collab/door'
import { migrations } from '../migrations/index.js'
import type { MigrationSet } from '../src/platform/migrator.js'

/** Collab's first: what the server lays may lean on it, not the other way. */
export const migrationSets: readonly MigrationSet[] = [
  { set: 'collab', migrations: collabMigrations },
  { set: 'server', migrations },
]

export const openRecords = roomRecords
