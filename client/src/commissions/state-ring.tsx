// The state of a commission: a ring filled as many tenths as steps are done, the number in it, and the word beside it.
import { Archive } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommissionState } from '../__generated__/graphql.js'
import { useTranslation } from '../i18n/index.js'
import { stateNumber } from './states.js'
import styles from './state-ring.module.css'

type Look = { fill: string; ring: string; track: string; text: string }

/** Light core: on the way. Filled core: at work. */
function lookOf(number: number): Look {
  if (number <= 3) return { fill: 'var(--warn-soft)', ring: 'var(--warn)', track: '#d8c8a0', text: 'var(--warn)' }
  if (number <= 6) return { fill: 'var(--info-soft)', ring: 'var(--info)', track: '#b9c8da', text: 'var(--info)' }
  if (number === 7) return { fill: 'var(--brand)', ring: 'var(--brand)', track: '#b9cfc3', text: '#fff' }
  if (number <= 9) return { fill: 'var(--info)', ring: 'var(--info)', track: '#b9c8da', text: '#fff' }
  return { fill: 'var(--ink)', ring: 'var(--ink)', track: 'var(--ink)', text: '#fff' }
}

/** Decoration: the word stands beside it. */
export function StateRing({ state, size = 22 }: { state: CommissionState; size?: number }) {
  const number = stateNumber(state)
  if (state === 'DISSOLVED') return <Archive size={size - 2} color="var(--ink-2)" strokeWidth={1.75} aria-hidden />
  const { fill, ring, track, text } = lookOf(number)
  const round = 2 * Math.PI * 10
  return (
    <svg className={styles.ring} width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="10" fill="none" stroke={track} strokeWidth="2" />
      <circle
        cx="12"
        cy="12"
        r="10"
        fill="none"
        stroke={ring}
        strokeWidth="2.4"
        strokeDasharray={`${(round * Math.min(number, 10)) / 10} ${round}`}
        transform="rotate(-90 12 12)"
      />
      <circle cx="12" cy="12" r="7.8" fill={fill} />
      {number === 10 ? (
        <path d="m8.6 12.2 2.4 2.4 4.4-4.8" fill="none" stroke={text} strokeWidth="1.8" strokeLinecap="round" />
      ) : (
        <text x="12" y="12.4" fill={text}>
          {number}
        </text>
      )}
    </svg>
  )
}

export function StateWord({ state, children }: { state: CommissionState; children?: ReactNode }) {
  const { t } = useTranslation('commissions')
  return (
    <span className={styles.state}>
      <StateRing state={state} />
      {t(`states.${state}`)}
      {children}
    </span>
  )
}

/** Above a heading: what kind of thing this is, and where it has come to. */
export function StatePill({ state, kind }: { state: CommissionState; kind: string }) {
  const { t } = useTranslation('commissions')
  return (
    <p className={styles.pill}>
      <StateRing state={state} />
      <span>
        {kind} · {t(`states.${state}`)}
      </span>
    </p>
  )
}
