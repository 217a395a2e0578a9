// One piece of evidence for a state: what was decided, by which body, at which meeting, and where it says so.
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useFormats } from '../i18n/index.js'
import { paths, SourceNote } from '../ui/index.js'

const Fragment = graphql(`
  fragment EvidenceLine on Evidence {
    on
    sentence
    body {
      id
      slug
      name
    }
    meeting {
      id
      title
    }
    source {
      ...SourceLine
    }
  }
`)

export function EvidenceLine({ evidence }: { evidence: FragmentType<typeof Fragment> }) {
  const { day } = useFormats()
  const { on, sentence, body, meeting, source } = readFragment(Fragment, evidence)
  return (
    <span>
      <span className="nowrap">{day(on)}</span>: {sentence}
      {body && (
        <>
          {' · '}
          <Link to={paths.body(body.slug)}>
            <Danish>{body.name}</Danish>
          </Link>
        </>
      )}
      {meeting && (
        <>
          {' · '}
          <Danish>{meeting.title}</Danish>
        </>
      )}
      {source && (
        <>
          {' · '}
          <SourceNote source={source} />
        </>
      )}
    </span>
  )
}
