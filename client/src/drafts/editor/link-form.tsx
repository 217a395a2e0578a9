// Drafts: the address of a link. Only addresses that a reader may follow get into a text.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from '../../i18n/index.js'
import { Button } from '../../ui/index.js'
import styles from './toolbar.module.css'

type Props = {
  href: string
  /** False where the address may not stand in a text. */
  set: (href: string) => boolean
  remove: () => void
  close: () => void
}

/** `gentofte.dk` is what people write; anything with a scheme of its own is left as it is and judged. */
const withScheme = (text: string): string => (/^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`)

export function LinkForm({ href, set, remove, close }: Props) {
  const { t } = useTranslation('drafts')
  const [text, setText] = useState(href)
  const [wrong, setWrong] = useState(false)
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWrong(!set(withScheme(text.trim())))
  }
  return (
    <form className={styles.link} onSubmit={submit}>
      <label htmlFor={id}>{t('link.address')}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        // Opened by a person to type into.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <span id={`${id}-hint`} role={wrong ? 'alert' : undefined} className="support">
        {wrong ? t('link.wrong') : t('link.hint')}
      </span>
      <Button look="filled" size="small" type="submit">
        {t('link.set')}
      </Button>
      {href !== '' && (
        <Button look="quiet" size="small" onPress={remove}>
          {t('link.remove')}
        </Button>
      )}
    </form>
  )
}
