// The bodies below a body that are at work.
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { StateRing } from '../commissions/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import { Card, paths } from '../ui/index.js'
import styles from './body-page.module.css'

const Fragment = graphql(`
  fragment Owned on Body {
    owned(status: ACTIVE, first: 40) {
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

export function OwnedCard({ body }: { body: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('committees')
  const { owned } = readFragment(Fragment, body)
  return (
    <Card title={t('owned')} aside={owned.totalCount || undefined}>
      {owned.nodes.length === 0 ? (
        <p className="support">{t('ownedNone')}</p>
      ) : (
        <ul role="list" className={styles.bodies}>
          {owned.nodes.map(({ id, slug, name, commission }) => (
            <li key={id}>
              <Link to={paths.body(slug)}>
                {commission && <StateRing state={commission.state} />}
                <Danish>{name}</Danish>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
