// Playground: what stands in the database, whatever the pages say: the newest rows of the log, and who wrote what.
import { useEffect, useState } from 'react'
import { useLanguage } from '../../i18n/index.js'
import { MandateTag, Notice } from '../../ui/index.js'
import styles from './playground.module.css'
import { fetchKnown, type Known, type LogLine } from './server.js'
import { texts } from './texts.js'

const every = 1000

function useKnown(): { known: Known | null; isAway: boolean } {
  const [known, setKnown] = useState<Known | null>(null)
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const look = async () => {
      try {
        const found = await fetchKnown()
        if (!isOver) setKnown(found)
        if (!isOver) setAway(false)
      } catch {
        if (!isOver) setAway(true)
      }
      if (!isOver) timer = setTimeout(() => void look(), every)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])
  return { known, isAway }
}

export function WhatIsKnown() {
  const language = useLanguage()
  const t = texts[language]
  const { known, isAway } = useKnown()
  const time = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { timeStyle: 'medium' })
  const who = ({ who: name, kind }: Pick<LogLine, 'who' | 'kind'>) => (
    <>
      {name ?? t.server} {kind !== null && <MandateTag kind={kind} />}
    </>
  )
  return (
    <div className={styles.known}>
      {isAway && (
        <Notice tone="warn" live>
          {t.away}
        </Notice>
      )}
      <section aria-labelledby="log">
        <h2 id="log">{t.log}</h2>
        <table className={styles.table} data-of="rows">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.author}</th>
              <th scope="col">{t.received}</th>
              <th scope="col">{t.content}</th>
            </tr>
          </thead>
          <tbody>
            {known?.log.map((line) => (
              <tr key={line.seq}>
                <td>{line.seq}</td>
                <td>{who(line)}</td>
                <td>
                  {time.format(new Date(line.receivedAt))}
                  {line.offline && ` · ${t.offline}`}
                </td>
                <td>{`${line.updates} · ${line.bytes} B`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="runs">
        <h2 id="runs">{t.runs}</h2>
        {known !== null && <p className="support">{known.runs.length === 0 ? t.noRuns : t.runsAt(known.seq)}</p>}
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.author}</th>
              <th scope="col">{t.words}</th>
            </tr>
          </thead>
          <tbody>
            {known?.runs.map(({ block, from, who: name, kind, text }) => (
              <tr key={`${block} ${from}`}>
                <td>{who({ who: name, kind })}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
