// Drafts: the sheet. The rendered text stands there from the first moment; the live one takes its place when it is there.
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from '../i18n/index.js'
import type { RoomDocument } from '../rooms/index.js'
import { Empty } from '../ui/index.js'
import { useAuthorTexts } from './author-texts.js'
import './draft-text.css'
import { DraftEditor } from './editor/draft-editor.js'
import styles from './paper.module.css'

type Props = {
  html: string | null
  /** Null where nobody is let in live, or not yet. */
  document: RoomDocument | null
  mayWrite: boolean
  showsAuthors: boolean
  label: string
  guides: ReadonlyMap<string, string>
  editor: Editor | null
  onEditor: (editor: Editor | null) => void
  onGuarded: () => void
  onBroken: () => void
  toTools: () => void
}

export function Paper({ html, document, editor, showsAuthors, ...rest }: Props) {
  const { t } = useTranslation('drafts')
  const texts = useAuthorTexts()
  const after = useRef<HTMLDivElement>(null)
  const leave = useCallback(() => after.current?.focus(), [])
  const live = document !== null
  useScrollToHash(live ? editor !== null : html !== null)
  return (
    <article className={styles.paper} data-authors={showsAuthors} aria-busy={live && editor === null}>
      <div id="draft-text" className="draft-text" data-live={live}>
        {live && <DraftEditor {...rest} document={document} texts={texts} leave={leave} />}
        {/* Escaped and cut to known tags by the server: schema/drafts renderHtml. */}
        {!(live && editor !== null) && html !== null && <div dangerouslySetInnerHTML={{ __html: html }} />}
        {!live && html === null && <Empty title={t('empty.title')} hint={t('empty.hint')} />}
      </div>
      {/* Where Esc leads: Tab goes on from behind the text, Shift+Tab back into it. */}
      <div ref={after} tabIndex={-1} className={styles.after} />
    </article>
  )
}

/** Once, as soon as there is a text to look for the section in. */
function useScrollToHash(there: boolean): void {
  useEffect(() => {
    const id = sectionInAddress()
    if (there && id.startsWith('section-')) blockElement(id)?.scrollIntoView()
  }, [there])
}

/** Whoever has cut the address short gets the text, and no section of it. */
function sectionInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ''
  }
}

/** The block on screen, whoever drew it. */
export const blockElement = (id: string): HTMLElement | null =>
  document.querySelector(`.draft-text :is([id="${CSS.escape(id)}"], [data-id="${CSS.escape(id)}"])`)
