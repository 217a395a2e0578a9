// Drafts: words that could not be handed in. Nothing typed is thrown away unseen.
import { useEffect, useRef } from 'react'
import { useTranslation } from '../i18n/index.js'
import { Button, CopyButton } from '../ui/index.js'
import styles from './lost-words.module.css'

export function LostWords({ words, putAway }: { words: readonly string[]; putAway: () => void }) {
  const { t } = useTranslation('drafts')
  const quote = useRef<HTMLQuoteElement>(null)
  const panel = useRef<HTMLElement>(null)
  const some = words.length > 0
  // Whoever was typing looks elsewhere, and the keys now go nowhere.
  useEffect(() => {
    if (some) panel.current?.focus()
  }, [some])
  if (!some) return null
  return (
    <section ref={panel} tabIndex={-1} className={styles.lost} aria-labelledby="lost-words" role="alert">
      <h2 id="lost-words">{t('lost.title')}</h2>
      <p className="support">{t('lost.hint')}</p>
      <blockquote ref={quote} lang="da" className={styles.words}>
        {words.map((block, at) => (
          <p key={at}>{block}</p>
        ))}
      </blockquote>
      <div className={styles.foot}>
        <CopyButton look="filled" size="small" text={words.join('\n\n')} label={t('lost.copy')} copied={t('lost.copied')} source={quote} />
        <Button look="quiet" size="small" onPress={putAway}>
          {t('lost.away')}
        </Button>
      </div>
    </section>
  )
}
