// Drafts: shows or hides who has written what.
import { Switch } from 'react-aria-components'
import { useTranslation } from '../i18n/index.js'
import styles from './authors-switch.module.css'

export function AuthorsSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation('drafts')
  return (
    <Switch className={styles.switch!} isSelected={on} onChange={onChange}>
      <span className={styles.track} aria-hidden />
      {t('authors.toggle')}
    </Switch>
  )
}
