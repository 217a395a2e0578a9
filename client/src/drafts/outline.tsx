// Drafts: the sections of the template beside the text: what is missing, and who writes where just now.
import { CircleDashed, CircleDot, Pencil } from 'lucide-react'
import { useFormats, useTranslation } from '../i18n/index.js'
import styles from './outline.module.css'

export type OutlineSection = Readonly<{ id: string; number: number; title: string }>

type Props = {
  sections: readonly OutlineSection[]
  /** Ids of sections without a word; null where the text is not live and nobody knows. */
  empty: ReadonlySet<string> | null
  current: string | null
  /** Names of those who write there, by section. */
  writers: ReadonlyMap<string, readonly string[]>
  onGo: (id: string) => void
}

export function Outline({ sections, empty, current, writers, onGo }: Props) {
  const { t } = useTranslation('drafts')
  const formats = useFormats()
  return (
    <nav aria-label={t('outline')} className={styles.outline}>
      <p className={styles.count}>{t('sections', { count: sections.length })}</p>
      <ol role="list">
        {sections.map(({ id, number, title }) => {
          const names = writers.get(id) ?? []
          const missing = empty?.has(id) ?? false
          const Icon = names.length > 0 ? Pencil : missing ? CircleDashed : CircleDot
          const note = names.length > 0 ? t('writes', { count: names.length, names: formats.list(names) }) : missing ? t('missing') : null
          return (
            <li key={id}>
              <a
                href={`#${id}`}
                aria-current={current === id ? 'location' : undefined}
                className={styles.section}
                onClick={(event) => {
                  event.preventDefault()
                  onGo(id)
                }}
              >
                <Icon size={18} strokeWidth={1.75} aria-hidden />
                <span>
                  <span lang="da">
                    {number}. {title}
                  </span>
                  {note !== null && <span className={styles.note}>{note}</span>}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
