// The door of collab, for whoever mounts it on a server: `bin/collab.ts`, and the server's own `bin`.
export { collabMigrations, type Migration } from '../migrations/index.js'
export { backlog, defaultLimits, type Limits } from './limits.js'
export { type Collab, type CollabOptions, startCollab } from './mount.js'
export { noRelay, RedisRelay, type Relay } from './relay.js'
export { collabPool } from './pool.js'
export type { PassKeys } from './doorkeeper.js'
