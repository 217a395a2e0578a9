// Collab, migrations: in order. The server's migrator runs them before its own, under one lock.
import { sql as log } from './0001-log.js'
import { sql as receipt } from './0002-what-a-receipt-is.js'
import { sql as children } from './0003-children.js'
import { sql as segments } from './0004-segments.js'
import { sql as redactions } from './0005-redactions.js'

export type Migration = Readonly<{ name: string; sql: string }>

/** Numbered, forward only; run once each, as the owner of the database. */
export const collabMigrations: readonly Migration[] = [
  { name: '0001-log', sql: log },
  { name: '0002-what-a-receipt-is', sql: receipt },
  { name: '0003-children', sql: children },
  { name: '0004-segments', sql: segments },
  { name: '0005-redactions', sql: redactions },
]
