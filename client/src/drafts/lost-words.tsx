// Drafts: words that could not be handed in. Nothing typed is thrown away unseen.
import { useState } from 'react'
import { useTranslation } from '../i18n/index.js'
import { Button } from '../ui/index.js'
import styles from './lost-words.module.css'

export function LostWords({ words, putAway }: { words: readonly string[]; putAway: () => void }) {
  const { t } = useTranslation('drafts')
  const [copied, setCopied] = useState(false)
  if (words.length === 0) return null
  return (
    <section className={styles.lost} aria-labelledby="lost-words" role="alert">
      <h2 id="lost-words">{t('lost.title')}</h2>
      <p className="support">{t('lost.hint')}</p>
      <blockquote lang="da" className={styles.words}>
        {words.map((block, at) => (
          <p key={at}>{block}</p>
        ))}
      </blockquote>
      <div className={styles.foot}>
        <Button look="filled" size="small" onPress={() => void navigator.clipboard.writeText(words.join('\n\n')).then(() => setCopied(true))}>
          {t('lost.copy')}
        </Button>
        <Button look="quiet" size="small" onPress={putAway}>
          {t('lost.away')}
        </Button>
        <span role="status">{copied ? t('lost.copied') : ''}</span>
      </div>
    </section>
  )
}
