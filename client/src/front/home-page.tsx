// The front page for somebody who is signed in: what awaits them, what is written now, and where they take part.
import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../__generated__/index.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import type { Viewer } from '../people/index.js'
import { Columns, Loaded, Page, Stack } from '../ui/index.js'
import { AtWorkCard } from './at-work.js'
import { Awaits } from './awaits.js'
import { MyBodies } from './my-bodies.js'
import { NextMeeting } from './next-meeting.js'
import { WritingCard } from './writing.js'

const HomePageDocument = graphql(`
  query HomePage {
    viewer {
      ...NextMeeting
      ...Awaits
      ...MyBodies
    }
  }
`)

export function HomePage({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('front')
  const formats = useFormats()
  const result = useQuery(HomePageDocument)
  const [now] = useState(() => new Date())
  const hour = formats.hour(now)
  const greeting = hour < 10 ? 'morning' : hour < 18 ? 'day' : 'evening'
  return (
    <Page
      title={t('title')}
      heading={t(greeting, { name: viewer.person.name.split(' ')[0]! })}
      lead={t('itIs', { day: formats.weekday(now) })}
    >
      <Loaded of={result} what={t('whatAwaits')}>
        {({ viewer: me }) =>
          me && (
            <>
              <NextMeeting viewer={me} />
              <Awaits viewer={me} />
            </>
          )
        }
      </Loaded>
      <Columns>
        <Stack>
          <WritingCard />
        </Stack>
        <Stack>
          <Loaded of={result} what={t('whatAwaits')}>
            {({ viewer: me }) => me && <MyBodies viewer={me} />}
          </Loaded>
          <AtWorkCard />
        </Stack>
      </Columns>
    </Page>
  )
}
