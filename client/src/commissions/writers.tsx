// Who writes the draft: the two drafters, the clerk, and whom they invited.
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, PersonLine, paths } from '../ui/index.js'
import styles from './writers.module.css'

const Fragment = graphql(`
  fragment Writers on Commission {
    owners {
      id
      slug
      name
    }
    drafters {
      id
      name
    }
    clerks {
      id
      name
    }
    invitations {
      id
      to
      kind
      person {
        id
        name
      }
    }
  }
`)

export function WritersCard({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const { t: app } = useTranslation()
  const { day } = useFormats()
  const { owners, drafters, clerks, invitations } = readFragment(Fragment, commission)
  return (
    <Card title={t('people')}>
      <div className={styles.people}>
        {drafters.length === 0 && <p className="support">{t('draftersNone')}</p>}
        {drafters.map(({ id, name }) => (
          <PersonLine key={id} name={name} kind="COUNCIL_MEMBER" note={app('offices.DRAFTER')} />
        ))}
        {clerks.map(({ id, name }) => (
          <PersonLine key={id} name={name} kind="ADMINISTRATION" note={app('offices.CLERK')} />
        ))}
        {invitations.map(({ id, kind, person, to }) => (
          <PersonLine
            key={id}
            name={person?.name ?? app(`mandates.${kind}`)}
            kind={kind}
            note={[app(`mandates.${kind}`), to && t('until', { day: day(to) })].filter(Boolean).join(' · ')}
          />
        ))}
      </div>
      <h3 className={styles.owners}>{t('owners')}</h3>
      <ul role="list" className={styles.list}>
        {owners.map(({ id, slug, name }) => (
          <li key={id}>
            <Link to={paths.body(slug)}>
              <Danish>{name}</Danish>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
