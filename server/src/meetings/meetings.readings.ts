// Meetings: where they lie. The calendar is public.
import {
  column,
  connection,
  everyone,
  type Extension,
  extension,
  idColumn,
  many,
  raw,
  type Reading,
  reading,
} from '../platform/index.js'

export const meetingsReadings: readonly Reading[] = [
  reading('Meeting', {
    from: 'meetings.meeting',
    lines: {
      id: idColumn('Meeting', everyone),
      kind: column(raw('t.kind'), everyone),
      title: column(raw('t.title'), everyone),
      startsAt: column(raw('t.starts_at'), everyone),
      place: column(raw('t.place'), everyone),
      bodies: many(
        'Body',
        {
          match: raw('c.meeting_id'),
          join: raw('join meetings.convened c on c.body_id = t.id'),
          order: [{ by: raw('c.position'), type: 'int' }],
        },
        everyone,
      ),
    },
  }),
]

export const meetingsExtensions: readonly Extension[] = [
  extension('Body', {
    meetings: connection(
      'Meeting',
      {
        match: raw('c.body_id'),
        join: raw('join meetings.convened c on c.meeting_id = t.id'),
        order: [{ by: raw('t.starts_at'), type: 'timestamptz', descending: true }],
      },
      everyone,
    ),
  }),
]
