// The task committees of 2015-2018, as both slides name them. Where the slides disagree, it is said.
import { useQuery } from '@apollo/client/react'
import { Archive } from 'lucide-react'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { graphql } from '../__generated__/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, contains, Loaded, LinkButton, paths } from '../ui/index.js'
import styles from './committees-page.module.css'

const PastCommitteesDocument = graphql(`
  query PastCommittees {
    bodies(filter: { kinds: [TASK_COMMITTEE], status: CLOSED }, first: 60) {
      totalCount
      nodes {
        id
        slug
        name
        sources {
          place
          note
        }
      }
    }
  }
`)

/** The source itself says which: a chart has two groups of boxes, and the list is a slide of its own. */
const isCurrent = (sources: readonly { note?: string | null }[]) => sources.some(({ note }) => note?.includes('AKTUELLE'))
const isOnList = (sources: readonly { place?: string | null }[]) => sources.some(({ place }) => place?.startsWith('25 OPGAVEUDVALG'))

/** `words`: only those with this in their name. */
export function PastCommittees({ words }: { words: string }) {
  const { t } = useTranslation('committees')
  const { compare } = useFormats()
  const result = useQuery(PastCommitteesDocument)
  const nodes = result.data?.bodies.nodes
  const sorted = useMemo(
    () => nodes?.filter(({ name }) => contains([name], words)).sort((a, b) => compare(a.name, b.name)) ?? [],
    [nodes, compare, words],
  )
  return (
    <Card
      title={t('past.title')}
      aside={
        <LinkButton size="small" to={paths.about}>
          {t('past.see')}
        </LinkButton>
      }
    >
      <p className="support">{t('past.source')}</p>
      <Loaded of={result} what={t('what')}>
        {() => sorted.length === 0 ? <p>{t('past.none')}</p> : (
          <ul role="list" className={styles.names}>
            {sorted.map(({ id, slug, name, sources }) => (
              <li key={id}>
                <Archive size={16} aria-hidden />
                <span>
                  <Link to={paths.body(slug)}>
                    <Danish>{name}</Danish>
                  </Link>{' '}
                  {!isOnList(sources) && sources.length > 0 && <span className={styles.odd}>{t('past.onlyChart')}</span>}
                  {isCurrent(sources) && <span className={styles.odd}>{t('past.current')}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
