// All commissions: those that are being written, those that are adopted, and those of the past; and a way to find one.
import { useQuery } from '@apollo/client/react'
import { FileText } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../__generated__/index.js'
import type { CommissionsPageQuery } from '../__generated__/graphql.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { useViewer } from '../people/index.js'
import { Button, Card, Chip, Chips, contains, Empty, Finder, Loaded, Page, paths, Rows, useAddress } from '../ui/index.js'
import { CommissionLine } from './commission-line.js'
import styles from './commissions-page.module.css'
import { StateField, useSoughtState } from './state-field.js'
import { StateRing } from './state-ring.js'
import { isBeingWritten } from './states.js'

const CommissionsPageDocument = graphql(`
  query CommissionsPage($mine: Boolean) {
    commissions(filter: { mine: $mine }, first: 100) {
      totalCount
      nodes {
        id
        slug
        name
        question
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
  const viewer = useViewer()
  const { get, set } = useAddress()
  const [words, sought] = [get('q') ?? '', useSoughtState()]
  const mine = viewer ? get('mine') === 'ja' : false
  const result = useQuery(CommissionsPageDocument, { variables: { mine: mine || null } })
  const fitting = (nodes: Nodes) =>
    nodes.filter(({ name, question, state }) => contains([name, question], words) && (sought === null || state === sought))
  const isLooking = words !== '' || sought !== null || mine
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Finder label={t('find.words')} found={isLooking && result.data ? fitting(result.data.commissions.nodes).length : null}>
        <StateField />
        {viewer && (
          <Chips label={t('find.whose')}>
            <Chip on={mine} onChange={(on) => set({ mine: on ? 'ja' : null })}>
              {t('find.mine')}
            </Chip>
          </Chips>
        )}
      </Finder>
      <Loaded of={result} what={t('what')}>
        {({ commissions }) => {
          const nodes = fitting(commissions.nodes)
          if (nodes.length === 0) {
            const clear = <Button onPress={() => set({ q: null, tilstand: null, mine: null })}>{t('find.all')}</Button>
            return (
              <Card>
                <Empty icon={FileText} title={t(isLooking ? 'find.none' : 'none')} action={isLooking && clear} />
              </Card>
            )
          }
          return (
            <>
              <Group title={t('writing')} nodes={nodes.filter(({ state }) => isBeingWritten(state))} />
              <Group title={t('adopted')} nodes={nodes.filter(({ state, draft }) => draft && !isBeingWritten(state))} />
              <WithoutText nodes={nodes.filter(({ state, draft }) => !draft && !isBeingWritten(state))} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function Group({ title, nodes }: { title: string; nodes: Nodes }) {
  if (nodes.length === 0) return null
  return (
    <Card title={title} aside={nodes.length}>
      <Rows>
        {nodes.map((commission) => (
          <li key={commission.id}>
            <CommissionLine commission={commission} act />
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
