// Drafts: the head of a text's page. What it is, whether it is saved, who is here, and as whom one writes: never out of sight.
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Danish, useTranslation } from '../i18n/index.js'
import { PageHeading } from '../ui/index.js'
import styles from './text-head.module.css'

type Props = {
  back: string
  kind: string
  title: string
  adopted: boolean
  version: string | null
  saved?: ReactNode
  people?: ReactNode
  writingAs?: ReactNode
  authorsSwitch?: ReactNode
}

/** The second line stands only where there is something in it. */
export function TextHead({ back, kind, title, adopted, version, saved = null, people = null, writingAs = false, authorsSwitch = null }: Props) {
  const { t } = useTranslation('drafts')
  const pill = version === null ? t(adopted ? 'adopted' : 'draft') : t(adopted ? 'adoptedVersion' : 'draftVersion', { version })
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <Link to={back} className={styles.back} aria-label={t('back')}>
          <ArrowLeft size={22} aria-hidden />
        </Link>
        <div className={styles.titles}>
          <p className={styles.kind}>{kind}</p>
          <PageHeading>
            <Danish>{title}</Danish>
          </PageHeading>
        </div>
        <div className={styles.state}>
          <span className={styles.pill}>{pill}</span>
          {saved}
        </div>
        <div className={styles.people}>{people}</div>
      </div>
      {(writingAs !== false || authorsSwitch !== null) && (
        <div className={styles.bar}>
          {writingAs}
          {authorsSwitch !== null && <div className={styles.authors}>{authorsSwitch}</div>}
        </div>
      )}
    </header>
  )
}
