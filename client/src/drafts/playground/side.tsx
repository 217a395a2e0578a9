// Playground: one person's side: the cable, the latency, what the room says, and the product's own editor.
import { draftRoot } from '@faellesrum/schema/drafts'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLanguage } from '../../i18n/index.js'
import { browserClock, RoomProvider } from '../../rooms/index.js'
import { MandateTag, Notice } from '../../ui/index.js'
import { useAuthorTexts } from '../author-texts.js'
import { DraftEditor } from '../editor/draft-editor.js'
import { SavedMark } from '../saved-mark.js'
import { CountedLine } from './counted-line.js'
import styles from './playground.module.css'
import { passesBy, setLine, type Side as Person } from './server.js'
import { texts } from './texts.js'

const nothing = () => undefined
const noGuides: ReadonlyMap<string, string> = new Map()
const longest = 2000

function useSide(person: Person, room: string) {
  const line = useMemo(() => new CountedLine(person.port), [person])
  const [provider, setProvider] = useState<RoomProvider | null>(null)
  useEffect(() => {
    const entered = new RoomProvider({
      fetchPass: passesBy(person, room),
      openSocket: line.open,
      clock: browserClock,
      random: Math.random,
      copies: null,
      root: draftRoot,
      // As in use-room.ts.
      beforeRemote: () => void document.dispatchEvent(new Event('selectionchange')),
      report: (error) => reportError(error),
    })
    // As in use-room.ts: entering a room is what this effect is for.
    // oxlint-disable-next-line react/set-state-in-effect
    setProvider(entered)
    return () => {
      setProvider(null)
      entered.destroy()
    }
  }, [person, room, line])
  const status = useSyncExternalStore(provider?.subscribe ?? nothingToHear, () => provider?.getStatus() ?? null)
  const count = useSyncExternalStore(line.subscribe, line.get)
  const doc = status?.document.doc ?? null
  useEffect(() => (doc === null ? undefined : line.watch(doc)), [line, doc])
  return { status, count }
}

const nothingToHear = () => nothing

export function Side({ person, room, title }: { person: Person; room: string; title: string }) {
  const t = texts[useLanguage()]
  const authorTexts = useAuthorTexts()
  const { status, count } = useSide(person, room)
  const [isBroken, setBroken] = useState(false)
  const [line, setOwnLine] = useState({ cut: false, delayMs: 0 })
  const change = (next: typeof line) => {
    setOwnLine(next)
    void setLine(person.slug, next)
  }
  const { slug, name, kind } = person
  const { access, state, reason } = status?.standing ?? { access: null, state: null, reason: null }
  const standing = access === null ? t.noStanding : [t.access[access], state === 'open' ? null : state, reason].filter((word) => word !== null).join(' · ')
  return (
    <section className={styles.side} aria-labelledby={`${slug}-name`}>
      <header className={styles.head}>
        <h2 id={`${slug}-name`}>{name}</h2>
        <MandateTag kind={kind} />
        {status !== null && <SavedMark status={status} />}
      </header>
      <div className={styles.line} data-cut={line.cut}>
        <label className={styles.switch}>
          <input
            type="checkbox"
            role="switch"
            checked={!line.cut}
            aria-checked={!line.cut}
            onChange={({ target }) => change({ ...line, cut: !target.checked })}
          />
          {t.network}
        </label>
        {line.cut && <strong>{t.cut}</strong>}
        <label className={styles.dial}>
          <span>{t.latency}</span>
          <input
            type="range"
            min={0}
            max={longest}
            step={50}
            value={line.delayMs}
            aria-valuetext={`${line.delayMs} ms`}
            onChange={({ target }) => change({ ...line, delayMs: Number(target.value) })}
          />
          <output>{line.delayMs} ms</output>
        </label>
      </div>
      <dl className={styles.facts} aria-label={t.facts}>
        <Fact what={t.connection}>{t.connections[status?.connection ?? 'connecting']}</Fact>
        <Fact what={t.standing}>{standing}</Fact>
        <Fact what={t.saved}>{`${count.n} / ${count.seq ?? '–'}`}</Fact>
        <Fact what={t.unsaved} isBad={count.unsaved > 0}>
          {t.changes(count.unsaved)}
        </Fact>
      </dl>
      {status !== null && status.lostWords.length > 0 && (
        <Notice tone="warn" title={t.lost} live>
          {status.lostWords.join(' ')}
        </Notice>
      )}
      {isBroken && <Notice tone="warn">{t.broken}</Notice>}
      <div className={`draft-text ${styles.paper}`}>
        {status !== null && status.synced && !isBroken && (
          <DraftEditor
            document={status.document}
            mayWrite={status.access === 'write' && status.stopped === null}
            label={`${title}: ${t.text(name)}`}
            guides={noGuides}
            texts={authorTexts}
            onEditor={nothing}
            onGuarded={nothing}
            onBroken={() => setBroken(true)}
            leave={nothing}
            toTools={nothing}
          />
        )}
      </div>
    </section>
  )
}

function Fact({ what, isBad = false, children }: { what: string; isBad?: boolean; children: string }) {
  return (
    <div data-bad={isBad}>
      <dt>{what}</dt>
      <dd>{children}</dd>
    </div>
  )
}
