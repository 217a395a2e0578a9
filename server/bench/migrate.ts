// The bench: the database's shape, as the program makes it.
import { migrate } from '../src/platform/migrator.js'
import { migrationSets } from '../bin/records.js'

export const migrateAll = (databaseUrl: string): Promise<void> => migrate(databaseUrl, migrationSets, { info() {} })
