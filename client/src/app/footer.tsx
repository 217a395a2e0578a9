// The foot of every page.
import { Link } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import { paths } from '../ui/index.js'
import styles from './footer.module.css'

export function Footer() {
  const { t } = useTranslation()
  return (
    <footer className={styles.footer}>
      <nav aria-label={t('nav.more')} className={styles.in}>
        <Link to={paths.was}>{t('nav.was')}</Link>
        <Link to={paths.privacy}>{t('nav.privacy')}</Link>
        <Link to={paths.about}>{t('nav.about')}</Link>
        <a href={paths.graphiql}>{t('nav.api')}</a>
      </nav>
    </footer>
  )
}
