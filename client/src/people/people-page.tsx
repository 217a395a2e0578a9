// For the administration: finding a person, granting and ending mandates, inviting somebody new.
import { useQuery } from '@apollo/client/react'
import { UserSearch } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { graphql } from '../__generated__/index.js'
import { useTranslation } from '../i18n/index.js'
import { Button, Card, Columns, Empty, Loaded, Loading, Notice, Page, PersonLine, Stack, TextField } from '../ui/index.js'
import { InviteNew } from './invite-new.js'
import styles from './people-page.module.css'
import { PersonMandates } from './person-mandates.js'
import { isAdministration, mainMandate, useViewer } from './viewer.js'

const PeoplePageDocument = graphql(`
  query PeoplePage($search: String, $after: String) {
    people(search: $search, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        mandates {
          id
          kind
        }
      }
    }
  }
`)

export function PeoplePage() {
  const { t } = useTranslation('people')
  const viewer = useViewer()
  return (
    <Page title={t('admin.title')} lead={t('admin.lead')}>
      {viewer === undefined ? <Loading /> : isAdministration(viewer) ? <People /> : <Notice tone="lock">{t('admin.onlyAdministration')}</Notice>}
    </Page>
  )
}

function People() {
  const { t } = useTranslation('people')
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search.trim())
  const [chosen, setChosen] = useState<string | null>(null)
  const result = useQuery(PeoplePageDocument, { variables: { search: asked || null } })
  const more = () =>
    void result.fetchMore({
      variables: { after: result.data?.people.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        people: { ...fetchMoreResult.people, nodes: [...before.people.nodes, ...fetchMoreResult.people.nodes] },
      }),
    })
  return (
    <Columns>
      <Stack>
        <Card>
          {chosen ? <PersonMandates id={chosen} /> : <Empty icon={UserSearch} title={t('admin.choose')} />}
        </Card>
      </Stack>
      <Stack>
        <Card title={t('admin.title')} aside={result.data?.people.totalCount}>
          <TextField type="search" label={t('admin.search')} value={search} onChange={(event) => setSearch(event.target.value)} />
          <Loaded of={result} what={t('admin.what')}>
            {({ people }) => (
              <>
                <ul role="list" className={styles.people}>
                  {people.nodes.map(({ id, name, mandates }) => {
                    const kind = mainMandate(mandates)
                    return (
                      <li key={id}>
                        <button type="button" className={styles.person} aria-pressed={id === chosen} onClick={() => setChosen(id)}>
                          <PersonLine small name={name} kind={kind} />
                        </button>
                      </li>
                    )
                  })}
                </ul>
                {people.nodes.length === 0 && <p className="support">{t('admin.none')}</p>}
                {people.pageInfo.hasNextPage && (
                  <Button size="small" onPress={more}>
                    {t('admin.more')}
                  </Button>
                )}
              </>
            )}
          </Loaded>
        </Card>
        <InviteNew />
      </Stack>
    </Columns>
  )
}
