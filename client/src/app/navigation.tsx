// The way around: one list, drawn as a rail, as links on top, and as a bar at the bottom of phones.
import { FileText, House, type LucideIcon, Network, Users } from 'lucide-react'
import { NavLink } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import { isAdministration, useViewer } from '../people/index.js'
import { paths } from '../ui/index.js'
import styles from './navigation.module.css'

function useItems(): { to: string; text: string; icon: LucideIcon }[] {
  const { t } = useTranslation()
  const viewer = useViewer()
  return [
    { to: paths.front, text: t('nav.front'), icon: House },
    { to: paths.committees, text: t('nav.committees'), icon: Network },
    { to: paths.commissions, text: t('nav.commissions'), icon: FileText },
    ...(isAdministration(viewer) ? [{ to: paths.people, text: t('nav.people'), icon: Users }] : []),
  ]
}

function Items({ iconsOnly = false }: { iconsOnly?: boolean }) {
  return useItems().map(({ to, text, icon: Icon }) => (
    <li key={to}>
      <NavLink to={to} end={to === paths.front} {...(iconsOnly && { title: text })}>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
        <span>{text}</span>
      </NavLink>
    </li>
  ))
}

/** The list alone: the frame says which landmark it belongs to. */
export function Navigation({ iconsOnly = false }: { iconsOnly?: boolean }) {
  return (
    <ul role="list" className={styles.list}>
      <Items iconsOnly={iconsOnly} />
    </ul>
  )
}

/** Shown on phones only, where the other two are not. */
export function BottomBar() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('nav.label')} className={styles.bottom}>
      <ul role="list">
        <Items />
      </ul>
    </nav>
  )
}
