// The old way and the new: two lists of four, as the municipality's presentation has them; they are not pairs.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import styles from './how-it-works.module.css'

const Fragment = graphql(`
  fragment HowItWorks on Municipality {
    oldWay
    newWay
  }
`)

export function HowItWorks({ municipality }: { municipality: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('front')
  const { oldWay, newWay } = readFragment(Fragment, municipality)
  return (
    <section className={styles.how} aria-labelledby="how">
      <h2 id="how">{t('how.title')}</h2>
      <div className={styles.ways}>
        <Way title={t('how.old')} steps={oldWay} />
        <Way title={t('how.new')} steps={newWay} isNew />
      </div>
      <p className="support">{t('how.source')}</p>
    </section>
  )
}

function Way({ title, steps, isNew = false }: { title: string; steps: readonly string[]; isNew?: boolean }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul role="list" className={styles.steps} data-new={isNew || undefined}>
        {steps.map((step) => (
          <li key={step}>
            <Danish>{step}</Danish>
          </li>
        ))}
      </ul>
    </div>
  )
}
