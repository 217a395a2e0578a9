// What the room is for, in the municipality's own words.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import { Card } from '../ui/index.js'
import styles from './own-words.module.css'

const Fragment = graphql(`
  fragment OwnWords on Municipality {
    name
    portalSentence
  }
`)

export function OwnWords({ municipality }: { municipality: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('front')
  const { name, portalSentence } = readFragment(Fragment, municipality)
  return (
    <Card title={t('purpose.title')}>
      <blockquote className={styles.quote}>
        <Danish>»{portalSentence}«</Danish>
      </blockquote>
      <p className="label">
        {t('purpose.sentence')} · {name}
      </p>
    </Card>
  )
}
