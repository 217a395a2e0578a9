// All commissions: those that are being written, and those that are adopted.
import { useQuery } from '@apollo/client/react'
import { FileText } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../__generated__/index.js'
import type { CommissionsPageQuery } from '../__generated__/graphql.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, Empty, Loaded, Page, paths, Rows } from '../ui/index.js'
import { CommissionLine } from './commission-line.js'
import styles from './commissions-page.module.css'
import { StateRing } from './state-ring.js'
import { isBeingWritten } from './states.js'

const CommissionsPageDocument = graphql(`
  query CommissionsPage {
    commissions(first: 50) {
      totalCount
      nodes {
        id
        slug
        name
        state
        draft {
          id
        }
        ...CommissionLine
      }
    }
  }
`)

type Nodes = CommissionsPageQuery['commissions']['nodes']

export function CommissionsPage() {
  const { t } = useTranslation('commissions')
  const result = useQuery(CommissionsPageDocument)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded of={result} what={t('what')}>
        {({ commissions }) =>
          commissions.nodes.length === 0 ? (
            <Card>
              <Empty icon={FileText} title={t('none')} />
            </Card>
          ) : (
            <>
              <Group title={t('writing')} nodes={commissions.nodes.filter(({ state }) => isBeingWritten(state))} act />
              <Group title={t('adopted')} nodes={commissions.nodes.filter(({ state, draft }) => draft && !isBeingWritten(state))} />
              <WithoutText nodes={commissions.nodes.filter(({ state, draft }) => !draft && !isBeingWritten(state))} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Group({ title, nodes, act = false }: { title: string; nodes: Nodes; act?: boolean }) {
  if (nodes.length === 0) return null
  return (
    <Card title={title} aside={nodes.length}>
      <Rows>
        {nodes.map((commission) => (
          <li key={commission.id}>
            <CommissionLine commission={commission} act={act} />
          </li>
        ))}
      </Rows>
    </Card>
  )
}

/** Of the time before this system: their commissions are known to have been, and their texts are not here. */
function WithoutText({ nodes }: { nodes: Nodes }) {
  const { t } = useTranslation('commissions')
  const { compare } = useFormats()
  if (nodes.length === 0) return null
  return (
    <Card title={t('withoutText')} aside={nodes.length}>
      <p className="support">{t('withoutTextHint')}</p>
      <ul role="list" className={styles.names}>
        {nodes
          .toSorted((a, b) => compare(a.name, b.name))
          .map(({ id, slug, name, state }) => (
            <li key={id}>
              <StateRing state={state} />
              <Link to={paths.commission(slug)}>
                <Danish>{name}</Danish>
              </Link>
            </li>
          ))}
      </ul>
    </Card>
  )
}
