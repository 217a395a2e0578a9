// All committees: those at work as list and map, and those of 2015-2018 as the source names them.
import { useQuery } from '@apollo/client/react'
import { List, Network } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { graphql } from '../__generated__/index.js'
import type { CommissionState, CommitteesNowQuery } from '../__generated__/graphql.js'
import { StateField, StateWord, statesInOrder, useSoughtState } from '../commissions/index.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { useViewer } from '../people/index.js'
import { Button, Card, Chip, Chips, contains, Empty, Finder, Loaded, Loading, Page, Segments, useAddress } from '../ui/index.js'
import styles from './committees-page.module.css'
import { graphOf, narrowed } from './graph.js'
import { PastCommittees } from './past-committees.js'
import { SelectedKnot } from './selected-knot.js'
import { Tree } from './tree.js'

const CommitteeMap = lazy(() => import('./map.js'))

const CommitteesNow = graphql(`
  query CommitteesNow($mine: Boolean) {
    bodies(filter: { status: ACTIVE, mine: $mine }, first: 40) {
      nodes {
        id
        slug
        name
        kind
        status
        owners {
          id
        }
        commission {
          id
          state
        }
      }
    }
    commissions(filter: { states: [IDENTIFIED, FORMULATING, AT_JOINT_MEETING], mine: $mine }, first: 20) {
      nodes {
        id
        slug
        name
        state
        owners {
          id
        }
        body {
          id
        }
      }
    }
  }
`)

function useShown() {
  const { get, set } = useAddress()
  return {
    words: get('q') ?? '',
    state: useSoughtState(),
    now: get('nu') !== 'nej',
    past: get('2015') !== 'nej',
    mine: get('mine') === 'ja',
    view: get('vis') === 'kort' ? ('map' as const) : ('list' as const),
    set,
  }
}

export function CommitteesPage() {
  const { t } = useTranslation('committees')
  const viewer = useViewer()
  const { words, state, now, past, mine, view, set } = useShown()
  const result = useQuery(CommitteesNow, { variables: { mine: mine && viewer ? true : null } })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Finder label={t('find')} found={null}>
        <StateField />
      </Finder>
      <div className={styles.filters}>
        <Chips label={t('filters')}>
          <Chip on={now} onChange={(on) => set({ nu: on ? null : 'nej' })}>
            {t('filter.now')}
          </Chip>
          <Chip on={past} onChange={(on) => set({ 2015: on ? null : 'nej' })}>
            {t('filter.past')}
          </Chip>
          {viewer && (
            <Chip on={mine} onChange={(on) => set({ mine: on ? 'ja' : null })}>
              {t('filter.mine')}
            </Chip>
          )}
        </Chips>
        <Segments
          label={t('view')}
          value={view}
          onChange={(value) => set({ vis: value === 'map' ? 'kort' : null })}
          options={[
            {
              value: 'list',
              text: (
                <>
                  <List size={17} aria-hidden /> {t('list')}
                </>
              ),
            },
            {
              value: 'map',
              text: (
                <>
                  <Network size={17} aria-hidden /> {t('map')}
                </>
              ),
            },
          ]}
        />
      </div>
      {now && (
        <Loaded of={result} what={t('what')}>
          {(data) => <Now data={data} view={view} words={words} state={state} clear={() => set({ mine: null, q: null, tilstand: null })} />}
        </Loaded>
      )}
      {past && (state === null || state === 'DISSOLVED') && !mine && <PastCommittees words={words} />}
      {!now && !past && (
        <Card>
          <Empty title={t('none')} hint={t('noneHint')} />
        </Card>
      )}
    </Page>
  )
}

type NowProps = { data: CommitteesNowQuery; view: 'list' | 'map'; words: string; state: CommissionState | null; clear: () => void }

function Now({ data, view, words, state, clear }: NowProps) {
  const { t } = useTranslation('committees')
  const { compare } = useFormats()
  const [selected, setSelected] = useState<string | null>(null)
  const all = useMemo(() => graphOf(data.bodies.nodes, data.commissions.nodes, compare), [data, compare])
  const graph = useMemo(
    () => narrowed(all, (knot) => contains([knot.name], words) && (state === null || knot.state === state)),
    [all, words, state],
  )
  if (graph.knots.length === 0) {
    return (
      <Card>
        <Empty title={t('none')} hint={t('noneHint')} action={<Button onPress={clear}>{t('clear')}</Button>} />
      </Card>
    )
  }
  const chosen = graph.knots.find(({ id }) => id === selected)
  return (
    <>
      <div className={styles.both} data-view={view}>
        <Card>
          <Tree graph={graph} selected={view === 'map' ? selected : null} onSelect={view === 'map' ? setSelected : () => {}} />
        </Card>
        {view === 'map' && (
          <Card>
            <Suspense fallback={<Loading />}>
              <CommitteeMap graph={graph} selected={selected} onSelect={setSelected} />
            </Suspense>
            <p className="label">{t('dashed')}</p>
          </Card>
        )}
      </div>
      {view === 'map' && chosen && <SelectedKnot knot={chosen} />}
      <Card title={t('states')} level={2}>
        <ul role="list" className={styles.states}>
          {statesInOrder.map((state) => (
            <li key={state}>
              <StateWord state={state} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
