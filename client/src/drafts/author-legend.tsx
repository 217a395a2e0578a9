// Drafts: how much of the text is whose, in words beside the marks that the text is drawn with.
import { useLanguage, useTranslation } from '../i18n/index.js'
import { MandateMark } from '../ui/index.js'
import { percentsOf } from './percents.js'
import styles from './author-legend.module.css'
import type { ShownAuthorship } from './use-authorship.js'

export function AuthorLegend({ authorship }: { authorship: ShownAuthorship }) {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  const percent = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 })
  const { shares, people, characters, rule } = authorship
  // Whoever is outside the room gets no count of letters, and groups only from five people on.
  if (shares.length === 0) return <p className="support">{t(characters === null || characters === undefined ? 'authors.outside' : 'authors.none')}</p>
  const percents = percentsOf(shares.map(({ share }) => share ?? null))
  return (
    <div className={styles.legend}>
      <strong>{t('authors.by', { count: people })}:</strong>
      <ul role="list">
        {shares.map(({ label, mandateKind }, at) => (
          <li key={`${mandateKind}/${label}`}>
            {mandateKind && <MandateMark kind={mandateKind} />}
            <span className="author-sample" {...(mandateKind && { 'data-mandate': mandateKind })}>
              {percents[at] === null || percents[at] === undefined
                ? t('authors.few', { label })
                : t('authors.share', { label, percent: percent.format(percents[at] / 100) })}
            </span>
          </li>
        ))}
      </ul>
      <details className={styles.limits}>
        <summary>{t('authors.how')}</summary>
        <p>{t('authors.limits', { rule })}</p>
      </details>
    </div>
  )
}
