// The reader's next meeting, in one line.
import { useState } from 'react'
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { paths } from '../ui/index.js'

const Fragment = graphql(`
  fragment NextMeeting on Viewer {
    bodies {
      id
      slug
      meetings(first: 60) {
        nodes {
          id
          title
          startsAt
          place
        }
      }
    }
  }
`)

export function NextMeeting({ viewer }: { viewer: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('front')
  const { weekday, time } = useFormats()
  const [now] = useState(() => new Date().toISOString())
  const next = readFragment(Fragment, viewer)
    .bodies.flatMap(({ slug, meetings }) => meetings.nodes.map((meeting) => ({ slug, ...meeting })))
    .filter(({ startsAt }) => startsAt >= now)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0]
  if (!next) return null
  const { slug, title, startsAt, place } = next
  return (
    <p>
      {t('nextMeeting')}{' '}
      <Link to={paths.body(slug)}>
        <Danish>{title}</Danish>
      </Link>
      , <time dateTime={startsAt}>{`${weekday(startsAt)} ${time(startsAt)}`}</time>
      {place && (
        <>
          , <Danish>{place}</Danish>
        </>
      )}
    </p>
  )
}
