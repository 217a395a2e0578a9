// Danish or English. The word stands in the language it leads to.
import { changeLanguage, useLanguage, useTranslation } from '../i18n/index.js'
import styles from './account.module.css'

export function LanguageSwitch() {
  const { t } = useTranslation()
  const other = useLanguage() === 'da' ? 'en' : 'da'
  return (
    <button type="button" className={styles.language} lang={other} onClick={() => void changeLanguage(other)}>
      {t('otherLanguage')}
    </button>
  )
}
