// Finding in a list: what is looked for stands in the address, so that it can be sent to somebody.
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import { TextField } from './field.js'
import styles from './finder.module.css'

/** What the address asks for; null or nothing takes a part out of it. */
export function useAddress(): { get: (name: string) => string | null; set: (parts: Readonly<Record<string, string | null>>) => void } {
  const [params, setParams] = useSearchParams()
  return {
    get: (name) => params.get(name),
    set: (parts) =>
      setParams(
        (before) => {
          for (const [name, value] of Object.entries(parts)) {
            if (value) before.set(name, value)
            else before.delete(name)
          }
          return before
        },
        { replace: true, preventScrollReset: true },
      ),
  }
}

const folded = (text: string) => text.replaceAll('\u00ad', '').toLocaleLowerCase('da')

/** Whether any of the texts has the words in it, in that order, whatever their case. */
export const contains = (texts: readonly (string | null | undefined)[], words: string): boolean =>
  texts.some((text) => text && folded(text).includes(folded(words.trim())))

/** `found` is how many there are of what was asked for; null while nothing in particular is. */
export function Finder({ label, found, children }: { label: string; found: number | null; children?: ReactNode }) {
  const { t } = useTranslation()
  const { get, set } = useAddress()
  return (
    <div role="search" className={styles.finder}>
      <div className={styles.words}>
        <TextField type="search" label={label} value={get('q') ?? ''} onChange={(event) => set({ q: event.target.value })} />
      </div>
      {children}
      <span role="status" className={styles.found}>
        {found !== null && t('found', { count: found })}
      </span>
    </div>
  )
}
