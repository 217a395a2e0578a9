// The task committees that are at work, each with where it has come to.
import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '../__generated__/index.js'
import { StateWord } from '../commissions/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, Loaded, paths, Rows } from '../ui/index.js'

const AtWork = graphql(`
  query AtWork {
    bodies(filter: { kinds: [TASK_COMMITTEE], status: ACTIVE }, first: 20) {
      totalCount
      nodes {
        id
        slug
        name
        commission {
          id
          state
        }
      }
    }
  }
`)

export function AtWorkCard() {
  const { t } = useTranslation('front')
  const { t: committees } = useTranslation('committees')
  const { compare } = useFormats()
  const result = useQuery(AtWork)
  return (
    <Card title={t('atWork')} aside={result.data?.bodies.totalCount}>
      <Loaded of={result} what={committees('what')}>
        {({ bodies }) => (
          <Rows dense>
            {bodies.nodes
              .toSorted((a, b) => compare(a.name, b.name))
              .map(({ id, slug, name, commission }) => (
                <li key={id}>
                  <Link to={paths.body(slug)}>
                    <Danish>{name}</Danish>
                  </Link>
                  {commission && (
                    <div className="support">
                      <StateWord state={commission.state} />
                    </div>
                  )}
                </li>
              ))}
          </Rows>
        )}
      </Loaded>
    </Card>
  )
}
