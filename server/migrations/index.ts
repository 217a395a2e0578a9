// Migrations: all of them, in order; forward only. A migration that was released is never edited.
import type { Migration } from '../src/platform/migrator.js'
import { sql as schemasAndRoles } from './0001-schemas-and-roles.js'
import { sql as audit } from './0002-audit.js'
import { sql as people } from './0003-people.js'
import { sql as rooms } from './0004-rooms.js'
import { sql as jobs } from './0005-jobs.js'
import { sql as committees } from './0010-committees.js'
import { sql as meetings } from './0011-meetings.js'
import { sql as drafts } from './0012-drafts.js'
import { sql as commissions } from './0013-commissions.js'
import { sql as members } from './0014-members.js'
import { sql as shownNames } from './0015-shown-names.js'
import { sql as councilMandates } from './0016-council-mandates.js'
import { sql as noMilestones } from './0017-no-milestones.js'
import { sql as officesStand } from './0018-offices-stand.js'

export const migrations: readonly Migration[] = [
  { name: '0001-schemas-and-roles', sql: schemasAndRoles },
  { name: '0002-audit', sql: audit },
  { name: '0003-people', sql: people },
  { name: '0004-rooms', sql: rooms },
  { name: '0005-jobs', sql: jobs },
  { name: '0010-committees', sql: committees },
  { name: '0011-meetings', sql: meetings },
  { name: '0012-drafts', sql: drafts },
  { name: '0013-commissions', sql: commissions },
  { name: '0014-members', sql: members },
  { name: '0015-shown-names', sql: shownNames },
  { name: '0016-council-mandates', sql: councilMandates },
  { name: '0017-no-milestones', sql: noMilestones },
  { name: '0018-offices-stand', sql: officesStand },
]
