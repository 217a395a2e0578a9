// Drafts: how much of the text is whose, in words beside the marks that the text is drawn with.
import { useLanguage, useTranslation } from '../i18n/index.js'
import { MandateMark } from '../ui/index.js'
import styles from './author-legend.module.css'
import type { ShownAuthorship } from './use-authorship.js'

export function AuthorLegend({ authorship }: { authorship: ShownAuthorship }) {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  const percent = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 })
  const { shares, people, rule } = authorship
  if (shares.length === 0) return <p className="support">{t('authors.none')}</p>
  return (
    <div className={styles.legend}>
      <strong>{t('authors.by', { count: people })}:</strong>
      <ul role="list">
        {shares.map(({ label, mandateKind, share }) => (
          <li key={`${mandateKind}/${label}`}>
            {mandateKind && <MandateMark kind={mandateKind} />}
            <span className="author-sample" {...(mandateKind && { 'data-mandate': mandateKind })}>
              {share === null || share === undefined
                ? t('authors.few', { label })
                : t('authors.share', { label, percent: percent.format(share) })}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.limits}>{t('authors.limits', { rule })}</p>
    </div>
  )
}
