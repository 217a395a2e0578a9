// The municipality in figures. They are quoted, with their source; nobody knows their date.
import { Link } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { useTranslation } from '../i18n/index.js'
import { paths } from '../ui/index.js'
import styles from './figures.module.css'

const Fragment = graphql(`
  fragment Figures on Municipality {
    figures {
      key
      label
      value
    }
  }
`)

const chosen = ['residents', 'young', 'districts', 'schools', 'libraries', 'sites']

export function FiguresCard({ municipality }: { municipality: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('front')
  const figures = readFragment(Fragment, municipality).figures.filter(({ key }) => chosen.includes(key))
  if (figures.length === 0) return null
  return (
    <section className={styles.figures} aria-labelledby="figures">
      <h2 id="figures">{t('figures')}</h2>
      <dl className={styles.list}>
        {figures.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="support">
        {t('figuresSource')} <Link to={paths.about}>{t('about')}</Link>
      </p>
    </section>
  )
}
