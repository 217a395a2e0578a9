// The committees below one another, as a list one can fold.
import { ChevronRight, Landmark } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { StateRing } from '../commissions/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import { paths } from '../ui/index.js'
import type { Graph, Knot } from './graph.js'
import styles from './tree.module.css'

export const pathOf = (knot: Knot) => (knot.of === 'body' ? paths.body(knot.slug) : paths.commission(knot.slug))

export function Tree({ graph, selected, onSelect }: { graph: Graph; selected: string | null; onSelect: (id: string) => void }) {
  const { t } = useTranslation('committees')
  return (
    <nav aria-label={t('tree')}>
      <ul role="list" className={styles.tree}>
        {graph.roots.map((knot) => (
          <Branch key={knot.id} knot={knot} graph={graph} selected={selected} onSelect={onSelect} />
        ))}
      </ul>
    </nav>
  )
}

type BranchProps = { knot: Knot; graph: Graph; selected: string | null; onSelect: (id: string) => void }

function Branch({ knot, graph, selected, onSelect }: BranchProps) {
  const { t } = useTranslation('committees')
  const { t: commissions } = useTranslation('commissions')
  const below = graph.below(knot.id)
  const foldable = knot.level === 1 && below.length > 0
  const [open, setOpen] = useState(true)
  return (
    <li>
      <div className={styles.knot} data-level={knot.level} data-selected={knot.id === selected || undefined}>
        {foldable ? (
          <button type="button" className={styles.fold} aria-expanded={open} aria-label={knot.name} onClick={() => setOpen(!open)}>
            <ChevronRight size={18} aria-hidden />
          </button>
        ) : (
          <span className={styles.sign}>
            {knot.level === 0 && <Landmark size={19} aria-hidden />}
            {knot.state && <StateRing state={knot.state} />}
          </span>
        )}
        <Link to={pathOf(knot)} onFocus={() => onSelect(knot.id)} onPointerEnter={() => onSelect(knot.id)}>
          <Danish>{knot.name}</Danish>
          {knot.state && <span className="visually-hidden">, {commissions(`states.${knot.state}`)}</span>}
        </Link>
        {knot.owners.length > 1 && (
          <span className={styles.more} title={t('jointHint')}>
            {t('joint')}
          </span>
        )}
        {knot.level === 1 && <span className={styles.more}>{below.length}</span>}
      </div>
      {below.length > 0 && open && (
        <ul role="list" className={styles.below} data-level={knot.level}>
          {below.map((one) => (
            <Branch key={one.id} knot={one} graph={graph} selected={selected} onSelect={onSelect} />
          ))}
        </ul>
      )}
    </li>
  )
}
