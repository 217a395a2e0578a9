// Drafts: who is in the room. Faces for the eye, a list for everybody, and comings and goings said together.
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Awareness } from 'y-protocols/awareness'
import type { MandateKind } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Avatar, PersonLine } from '../ui/index.js'
import styles from './people-here.module.css'
import { changesOf, type Present } from './presence.js'
import { usePresence } from './use-presence.js'

const facesShown = 4

export type Me = Readonly<{ name: string; kind: MandateKind; writes: boolean }>

export function PeopleHere({ awareness, me }: { awareness: Awareness; me: Me }) {
  const { t } = useTranslation('drafts')
  const { t: app } = useTranslation()
  const others = usePresence(awareness)
  const writing = others.filter(({ writes }) => writes).length
  const faces = [{ key: 'me', ...me }, ...others]
  const line = ({ name, kind, writes }: Me) => (
    <PersonLine small name={name} kind={kind} note={writes ? t('present.writes', { mandate: app(`mandates.${kind}`) }) : app(`mandates.${kind}`)} />
  )
  return (
    <div className={styles.here}>
      <DialogTrigger>
        <AriaButton className={styles.faces!}>
          <span className="visually-hidden">{t('present.label')}: </span>
          <span className={styles.row} aria-hidden>
            {faces.slice(0, facesShown).map(({ key, name, kind }) => (
              <Avatar key={key} name={name} kind={kind} size={34} />
            ))}
          </span>
          <span className={styles.count}>
            <span>{t('present.here', { count: faces.length })}</span>{' '}
            {writing > 0 && <span>{t('present.writing', { count: writing })}</span>}
          </span>
        </AriaButton>
        <Popover placement="bottom end" className={styles.popover!}>
          <Dialog aria-label={t('present.label')} className={styles.dialog!}>
            <ul role="list" className={styles.list}>
              <li>{line({ ...me, name: t('present.you', { name: me.name }) })}</li>
              {others.map((person) => (
                <li key={person.key}>{line(person)}</li>
              ))}
            </ul>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Announced people={others} />
    </div>
  )
}

/** Comings and goings are collected for so long: a meeting that begins is one sentence, not twelve. */
const collectFor = 4_000
const namesSaid = 3

function Announced({ people }: { people: readonly Present[] }) {
  const { t } = useTranslation('drafts')
  const formats = useFormats()
  const told = useRef<readonly Present[] | null>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = told.current
      told.current = people
      // Those who were here already are in the list; they did not come.
      if (before === null) return
      const { came, left } = changesOf(before, people)
      const names = (who: readonly Present[]) => formats.list(who.map(({ name }) => name))
      const say = (who: readonly Present[], some: 'came' | 'left') =>
        who.length === 0
          ? ''
          : who.length > namesSaid
            ? t(`present.${some}Many`, { count: who.length })
            : t(`present.${some}`, { count: who.length, names: names(who) })
      setWords(`${say(came, 'came')} ${say(left, 'left')}`.trim())
    }, collectFor)
    return () => clearTimeout(timer)
  }, [people, formats, t])
  return (
    <span role="status" className="visually-hidden">
      {words}
    </span>
  )
}
