// Starters: loaded before a part of the cluster (`node --import`), which ends when its starter was killed.
import { whenParentGoes } from './parent.mjs'

whenParentGoes(() => process.kill(process.pid, 'SIGTERM'))
