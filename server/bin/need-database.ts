// Parts of a town find each other through one database; an embedded one belongs to one process.
import { ConfigFault, type Config } from '../src/platform/config.js'

export function needDatabase(config: Config): string {
  if (config.databaseUrl === null)
    throw new ConfigFault(['DATABASE_URL is missing: a part of the town runs beside others'])
  return config.databaseUrl
}
