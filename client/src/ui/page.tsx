// A page within the shell: its title, and after navigation the focus on its heading, so that a screen reader begins there.
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useNavigationType } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import styles from './page.module.css'

/** The plain words of a title: without the soft hyphens that a heading may have. */
const plain = (title: string) => title.replaceAll('\u00ad', '')

export function usePageTitle(title: string): void {
  const { t } = useTranslation()
  const full = t('title', { page: plain(title) })
  useEffect(() => {
    document.title = full
  }, [full])
}

/** The page's one h1. The first page of a visit leaves the focus where the browser put it. */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const arrived = useNavigationType() !== 'POP'
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
  }, [arrived])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

export type Crumb = { to: string; text: ReactNode }

type PageProps = {
  title: string
  /** Where the heading says more than the title. */
  heading?: ReactNode
  crumbs?: readonly Crumb[]
  /** Stands above the heading: what kind of thing, in which state. */
  pill?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

export function Page({ title, heading, crumbs, pill, lead, actions, children }: PageProps) {
  const { t } = useTranslation()
  usePageTitle(title)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {crumbs && (
          <nav aria-label={t('breadcrumb')} className={styles.crumbs}>
            {crumbs.map(({ to, text }) => (
              <span key={to}>
                <Link to={to}>{text}</Link>
              </span>
            ))}
          </nav>
        )}
        {pill}
        <PageHeading>{heading ?? title}</PageHeading>
        {lead !== undefined && <p className="lead">{lead}</p>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
