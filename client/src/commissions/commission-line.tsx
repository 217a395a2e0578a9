// A commission in a list: its name, its question, its state, and what the reader may do with its text.
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { LinkButton, paths } from '../ui/index.js'
import styles from './commission-line.module.css'
import { isBeingWritten } from './states.js'
import { StateWord } from './state-ring.js'

const Fragment = graphql(`
  fragment CommissionLine on Commission {
    id
    slug
    name
    question
    state
    openness
    owners {
      id
      name
    }
    draft {
      id
      updatedAt
      viewerAccess
    }
  }
`)

/** The words of the button follow what the reader may do: nobody is promised more. */
function useInvitation(access: string | null | undefined): string | null {
  const { t } = useTranslation('front')
  if (access === 'WRITE') return t('write')
  if (access === 'SUGGEST' || access === 'COMMENT') return t('suggest')
  return access === 'READ' ? t('read') : null
}

/** `act` offers the text itself beside the line; `filled` where it is the next thing to do. */
export function CommissionLine({ commission, act = false, filled = false }: { commission: FragmentType<typeof Fragment>; act?: boolean; filled?: boolean }) {
  const { t } = useTranslation('front')
  const formats = useFormats()
  const { slug, name, question, state, openness, owners, draft } = readFragment(Fragment, commission)
  const invitation = useInvitation(draft?.viewerAccess)
  return (
    <div className={styles.line}>
      <div className={styles.text}>
        <h3 className={styles.name}>
          <Link to={paths.commission(slug)}>
            <Danish>{name}</Danish>
          </Link>
        </h3>
        {question && (
          <p className={styles.question}>
            <Danish>{question}</Danish>
          </p>
        )}
        <p className={styles.meta}>
          <StateWord state={state} />
          <span>
            <Danish>{formats.list(owners.map((owner) => owner.name))}</Danish>
          </span>
          {draft?.updatedAt && isBeingWritten(state) && <span>{t('changed', { when: formats.recent(draft.updatedAt) })}</span>}
        </p>
        {openness === 'SUGGESTIONS' && isBeingWritten(state) && <p className="support">{t('open')}</p>}
      </div>
      {act && invitation && (
        <LinkButton size="small" look={filled ? 'filled' : 'outline'} to={paths.commissionText(slug)} aria-label={`${invitation}: ${name}`}>
          {invitation}
        </LinkButton>
      )}
    </div>
  )
}
