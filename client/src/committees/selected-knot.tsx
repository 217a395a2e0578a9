// What is chosen on the map, in a few words.
import { useQuery } from '@apollo/client/react'
import { graphql } from '../__generated__/index.js'
import { StateWord } from '../commissions/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, LinkButton, Loaded } from '../ui/index.js'
import styles from './committees-page.module.css'
import type { Knot } from './graph.js'
import { pathOf } from './tree.js'

const SelectedKnotDocument = graphql(`
  query SelectedKnot($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Body {
        name
        purpose
        chair {
          id
          name
        }
        owners {
          id
          name
        }
      }
      ... on Commission {
        name
        question
        drafters {
          id
          name
        }
        owners {
          id
          name
        }
      }
    }
  }
`)

export function SelectedKnot({ knot }: { knot: Knot }) {
  const { t } = useTranslation('committees')
  const { list } = useFormats()
  const result = useQuery(SelectedKnotDocument, { variables: { id: knot.id } })
  return (
    <Card>
      <Loaded of={result} what={t('whatOne')}>
        {({ node }) => {
          const body = node?.__typename === 'Body' ? node : null
          const commission = node?.__typename === 'Commission' ? node : null
          const owners = (body ?? commission)?.owners ?? []
          return (
            <div className={styles.chosen}>
              <div>
                <h2>
                  <Danish>{knot.name}</Danish>
                </h2>
                {knot.state && <StateWord state={knot.state} />}
                <p>
                  <Danish>{body?.purpose ?? commission?.question}</Danish>
                </p>
              </div>
              <dl className={styles.facts}>
                {body?.chair && (
                  <>
                    <dt>{t('selected.chair')}</dt>
                    <dd>{body.chair.name}</dd>
                  </>
                )}
                {commission && commission.drafters.length > 0 && (
                  <>
                    <dt>{t('selected.drafters')}</dt>
                    <dd>{list(commission.drafters.map(({ name }) => name))}</dd>
                  </>
                )}
                {owners.length > 0 && (
                  <>
                    <dt>{t('selected.owners')}</dt>
                    <dd>
                      <Danish>{list(owners.map(({ name }) => name))}</Danish>
                    </dd>
                  </>
                )}
              </dl>
              <LinkButton look="filled" to={pathOf(knot)}>
                {knot.of === 'body' ? t('selected.open') : t('selected.openCommission')}
              </LinkButton>
            </div>
          )
        }}
      </Loaded>
    </Card>
  )
}
