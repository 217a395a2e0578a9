// Migrations: all of them, in order; forward only. A migration that was released is never edited.
import { sql as schemasAndRoles } from './0001-schemas-and-roles.js'
import { sql as audit } from './0002-audit.js'
import { sql as people } from './0003-people.js'
import { sql as rooms } from './0004-rooms.js'

export type Migration = Readonly<{ name: string; sql: string }>

export const migrations: readonly Migration[] = [
  { name: '0001-schemas-and-roles', sql: schemasAndRoles },
  { name: '0002-audit', sql: audit },
  { name: '0003-people', sql: people },
  { name: '0004-rooms', sql: rooms },
]
