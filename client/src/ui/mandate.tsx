// How a mandate looks: a colour and, since colour says nothing alone, a shape and the word.
import type { CSSProperties, ReactNode } from 'react'
import type { MandateKind } from '../__generated__/graphql.js'
import { useTranslation } from '../i18n/index.js'
import styles from './mandate.module.css'

const shapes: Record<MandateKind, ReactNode> = {
  COUNCIL_MEMBER: <rect x="1.5" y="1.5" width="9" height="9" />,
  CITIZEN_MEMBER: <circle cx="6" cy="6" r="4.8" />,
  INVITED: <path d="M6 .6 11.4 6 6 11.4.6 6z" />,
  RESIDENT: <path d="M6 1 11 5.2V11H1V5.2z" />,
  EXPERT: <path d="M6 1 11.4 10.8H.6z" />,
  ADMINISTRATION: <rect x="1" y="4" width="10" height="4" />,
  FACILITATOR: <path d="M4.2 1h3.6v3.2H11v3.6H7.8V11H4.2V7.8H1V4.2h3.2z" />,
  GUEST: <path d="M.8 8.6a5.2 5.2 0 0 1 10.4 0z" />,
}

const token = (kind: MandateKind) => kind.toLowerCase().replace('_', '-')

/** The colours of a mandate, for whatever is drawn in them. */
export const mandateColours = (kind: MandateKind): { strong: string; soft: string } => ({
  strong: `var(--${token(kind)})`,
  soft: `var(--${token(kind)}-soft)`,
})

/** The shape alone; the word stands beside it. */
export function MandateMark({ kind, size = 11 }: { kind: MandateKind; size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 12 12" fill={mandateColours(kind).strong} aria-hidden>
      {shapes[kind]}
    </svg>
  )
}

export function MandateTag({ kind }: { kind: MandateKind }) {
  const { t } = useTranslation()
  const { strong, soft } = mandateColours(kind)
  return (
    <span className={styles.tag} style={{ color: strong, background: soft }}>
      <MandateMark kind={kind} />
      {t(`mandates.${kind}`)}
    </span>
  )
}

/** First letters of the first and last name. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '')
  return letters.join('').toLocaleUpperCase('da')
}

/** Decoration beside a name that is written out: hidden from screen readers. */
export function Avatar({ name, kind, size = 36 }: { name: string; kind: MandateKind; size?: number }) {
  const { strong, soft } = mandateColours(kind)
  return (
    <span
      className={styles.avatar}
      style={{ color: strong, background: soft, borderColor: strong, '--size': `${size}px` } as CSSProperties}
      aria-hidden
    >
      {initials(name)}
      <span className={styles.shape}>
        <MandateMark kind={kind} size={9} />
      </span>
    </span>
  )
}

/** A person in a list: mark, name, and what is to be said about them. */
export function PersonLine({ name, kind, note, small = false }: { name: string; kind: MandateKind; note?: ReactNode; small?: boolean }) {
  return (
    <span className={styles.person}>
      <Avatar name={name} kind={kind} size={small ? 30 : 36} />
      <span className={styles.who}>
        <span>{name}</span>
        {note !== undefined && note !== null && note !== '' && <span className={styles.note}>{note}</span>}
      </span>
    </span>
  )
}
