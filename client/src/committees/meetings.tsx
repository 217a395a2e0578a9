// The meetings of a body: those to come, and on request those before.
import { useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { MeetingsFragment } from '../__generated__/graphql.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, Rows } from '../ui/index.js'
import styles from './meetings.module.css'

const Fragment = graphql(`
  fragment Meetings on Body {
    meetings(first: 100) {
      nodes {
        id
        title
        startsAt
        place
      }
    }
  }
`)

type Meeting = MeetingsFragment['meetings']['nodes'][number]

export function MeetingsCard({ body }: { body: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('committees')
  const { meetings } = readFragment(Fragment, body)
  const [now] = useState(() => new Date().toISOString())
  const byTime = meetings.nodes.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  const coming = byTime.filter(({ startsAt }) => startsAt >= now)
  const past = byTime.filter(({ startsAt }) => startsAt < now).reverse()
  return (
    <Card title={t('meetings')}>
      {byTime.length === 0 && <p className="support">{t('meetingsNone')}</p>}
      {coming.length > 0 && <MeetingRows meetings={coming} />}
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{t('meetingsPast', { count: past.length })}</summary>
          <MeetingRows meetings={past} />
        </details>
      )}
    </Card>
  )
}

function MeetingRows({ meetings }: { meetings: readonly Meeting[] }) {
  const formats = useFormats()
  return (
    <Rows dense>
      {meetings.map(({ id, title, startsAt, place }) => {
        const leaf = formats.leaf(startsAt)
        return (
          <li key={id} className={styles.meeting}>
            <span className={styles.leaf} aria-hidden>
              <b>{leaf.day}</b>
              {leaf.month}
            </span>
            <span>
              <strong>
                <Danish>{title}</Danish>
              </strong>
              <br />
              <span className="support">
                <time dateTime={startsAt}>
                  {formats.weekdayYear(startsAt)} {formats.time(startsAt)}
                </time>
                {place && (
                  <>
                    {', '}
                    <Danish>{place}</Danish>
                  </>
                )}
              </span>
            </span>
          </li>
        )
      })}
    </Rows>
  )
}
