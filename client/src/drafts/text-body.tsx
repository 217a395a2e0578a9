// Drafts: the text with its sections beside it, and above it what there is to know: whether one may write, and who wrote.
import type { Editor } from '@tiptap/core'
import { draftRoot } from '@faellesrum/schema/drafts'
import { type FocusEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from '../i18n/index.js'
import type { RoomDocument } from '../rooms/index.js'
import { Button, Failed, Notice } from '../ui/index.js'
import { AuthorLegend } from './author-legend.js'
import { Toolbar } from './editor/toolbar.js'
import { writeOnIn } from './editor/sections.js'
import { LostWords } from './lost-words.js'
import { Outline, type OutlineSection } from './outline.js'
import { blockElement, Paper } from './paper.js'
import { writersBySection } from './presence.js'
import { StandingNotice } from './standing-notice.js'
import styles from './text-body.module.css'
import { useAuthorship } from './use-authorship.js'
import { useBriefly } from './use-briefly.js'
import { usePresence } from './use-presence.js'
import { useRefreshed } from './use-refreshed.js'
import type { Room } from './use-room.js'
import { useTextFacts } from './use-text-facts.js'

type Props = {
  id: string
  title: string
  html: string | null
  sections: readonly (OutlineSection & { guide: string })[]
  /** Why one may not do more, in the server's words. */
  reason: string | null
  /** Whom to ask for the right to write. */
  ask: readonly string[]
  signedIn: boolean
  adopted: boolean
  /** Somebody who is let in live, once the room answers. */
  entering: boolean
  room: Room | null
  mayWrite: boolean
  showsAuthors: boolean
  /** Null where it stands in the head. */
  authorsSwitch: ReactNode
  children: ReactNode
}

/** The document that may be shown: the server's, or this device's copy of it; never an empty one while it is fetched. */
function shownDocument(room: Room | null) {
  if (room === null || room.status.stopped?.reason === 'rightEnded') return null
  const { document, synced } = room.status
  return synced || document.doc.getXmlFragment(draftRoot).length > 0 ? document : null
}

export function TextBody({ id, title, html, sections, reason, ask, signedIn, adopted, entering, room, mayWrite: mayWriteInRoom, showsAuthors, authorsSwitch, children }: Props) {
  const { t } = useTranslation('drafts')
  const [editor, setEditor] = useState<Editor | null>(null)
  const [writing, setWriting] = useState(false)
  const [guarded, setGuarded] = useState<number | null>(null)
  const tools = useRef<HTMLDivElement>(null)
  const [broken, setBroken] = useState<RoomDocument | null>(null)
  const inRoom = shownDocument(room)
  const isBroken = inRoom !== null && inRoom === broken
  const document = isBroken ? null : inRoom
  const mayWrite = mayWriteInRoom && !isBroken
  const ended = room?.status.stopped?.reason === 'rightEnded'
  useRefreshed(!entering || ended || isBroken, ended || isBroken)

  const facts = useTextFacts(editor)
  const people = usePresence(room?.status.document.awareness ?? null)
  const { authorship, error } = useAuthorship(id, showsAuthors, document?.doc ?? null)
  const runs = authorship?.runs ?? null
  useEffect(() => {
    editor?.commands.showAuthors(runs)
  }, [editor, runs])

  const guides = useMemo(() => new Map(sections.map((section) => [section.id, section.guide])), [sections])
  const onBroken = useCallback(() => setBroken(inRoom), [inRoom])
  const onGuarded = useCallback(() => setGuarded((before) => (before ?? 0) + 1), [])
  const toTools = useCallback(() => tools.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), [])
  const go = (section: string) => {
    blockElement(section)?.scrollIntoView({ block: 'start' })
    if (editor !== null && mayWrite) writeOnIn(editor, section)
  }
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setWriting(false)
  }
  // What has changed under somebody who is in the middle of the text has to be seen there.
  const changed = room !== null && (room.status.stopped !== null || (room.status.standing?.reason ?? null) !== null)
  const saysGuarded = useBriefly(guarded)
  const saysBack = useBriefly(room?.status.broughtBackAt ?? null)
  return (
    <div className={styles.body}>
      <aside className={styles.side}>
        <Outline
          sections={sections}
          empty={facts === null ? null : new Set(facts.empty)}
          current={facts?.current ?? null}
          writers={writersBySection(people)}
          onGo={go}
        />
        {children}
      </aside>
      <div className={styles.middle} data-writing={writing} onFocus={() => setWriting(mayWrite)} onBlur={left}>
        {(room !== null || !entering) && (
          <div className={styles.standing} data-changed={changed}>
            <StandingNotice status={room?.status ?? null} signedIn={signedIn} adopted={adopted} sentence={reason} ask={ask} tryAgain={() => room?.provider.tryAgain()} />
          </div>
        )}
        {isBroken && (
          <Notice tone="warn" live>
            <p>{t('broken')}</p>
            <Button look="filled" size="small" onPress={() => setBroken(null)}>
              {t('again')}
            </Button>
          </Notice>
        )}
        {room !== null && <LostWords words={room.status.lostWords} putAway={() => room.provider.putLostWordsAway()} />}
        {authorsSwitch}
        <div role="status" className={styles.brief}>
          {saysBack && <Notice tone="good">{t('broughtBack')}</Notice>}
          {saysGuarded && <Notice tone="lock">{t('guarded')}</Notice>}
        </div>
        {showsAuthors && error !== undefined && <Failed what={t('authors.toggle')} error={error} />}
        {authorship !== null && <AuthorLegend authorship={authorship} />}
        {mayWrite && editor !== null && <Toolbar editor={editor} ref={tools} />}
        <Paper
          // What the server could not draw either is no empty text.
          html={isBroken ? (html ?? '') : html}
          document={document}
          mayWrite={mayWrite}
          showsAuthors={runs !== null}
          label={t('label', { name: title })}
          guides={guides}
          editor={editor}
          onEditor={setEditor}
          onGuarded={onGuarded}
          onBroken={onBroken}
          toTools={toTools}
        />
        {mayWrite && <p className={styles.hint}>{t('tools.hint')}</p>}
      </div>
    </div>
  )
}
