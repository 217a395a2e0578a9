// Commissions: what commissions add to what one knows of persons: what you write on, where something waits, what
// an invitation is to.
import { FieldResolver, Resolver } from 'type-graphql'
import { Awaiting, Invitation, Viewer } from '../people/index.js'
import { byReading, carriedKey, column, everyone, type Extension, extension, many, one, raw, sql } from '../platform/index.js'
import { Commission } from './commission.type.js'
import { commissionName } from './commissions.readings.js'

@Resolver(() => Viewer)
export class ViewerWritingResolver {
  @FieldResolver(() => [Commission], {
    description: 'Commissions whose draft you help to write: as drafter, clerk or invited.',
  })
  writing(): unknown {
    return byReading
  }
}

@Resolver(() => Awaiting)
export class AwaitingCommissionResolver {
  @FieldResolver(() => Commission, { nullable: true, description: 'The commission that it is about.' })
  commission(): unknown {
    return byReading
  }
}

@Resolver(() => Invitation)
export class InvitationCommissionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name of the commission that it is to.' })
  commissionName(): unknown {
    return byReading
  }
}

export const ofPeopleExtensions: readonly Extension[] = [
  extension('Viewer', {
    writing: many(
      'Commission',
      {
        by: carriedKey('personId'),
        match: raw('h.person_id'),
        join: ({ today }) => sql`join (
          select o.person_id, o.commission_id from commissions.office o where commissions.stands(o, ${today}::date)
          union
          select m.person_id, m.commission_id from people.mandate m
           where m.kind = 'invited' and people.gives_rights(m, ${today}::date)) h on h.commission_id = t.id`,
        where: () => raw("t.draft_id is not null and t.state in ('identified', 'formulating', 'at-joint-meeting')"),
        order: [commissionName],
      },
      everyone,
    ),
  }),
  extension('Invitation', {
    commissionName: column(
      raw(
        '(select c.name from people.mandate m join commissions.commission c on c.id = m.commission_id where m.id = t.mandate_id)',
      ),
      everyone,
    ),
  }),
  extension('Awaiting', { commission: one('Commission', carriedKey('commissionId'), everyone) }),
]
