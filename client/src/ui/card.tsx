// Cards, and how pages are set: a column of cards, or a wide and a narrow column.
import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

type CardProps = {
  title?: ReactNode
  /** Small words or a link at the right of the heading. */
  aside?: ReactNode
  level?: 2 | 3
  tone?: 'paper' | 'soft' | 'info'
  /** For links from elsewhere on the page. */
  id?: string
  children: ReactNode
}

/** A section named by its heading; without a title it is a plain frame. */
export function Card({ title, aside, level = 2, tone = 'paper', id, children }: CardProps) {
  const heading = useId()
  const Heading = `h${level}` as const
  if (title === undefined) {
    return (
      <div className={styles.card} data-tone={tone} id={id}>
        {children}
      </div>
    )
  }
  return (
    <section className={styles.card} data-tone={tone} id={id} aria-labelledby={heading}>
      <div className={styles.head}>
        <Heading id={heading}>{title}</Heading>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}

export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>
}

export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>
}

/** A list with hairlines between its rows; children are `<li>`. */
export function Rows({ dense = false, children }: { dense?: boolean; children: ReactNode }) {
  return (
    <ul role="list" className={styles.rows} {...(dense && { 'data-dense': '' })}>
      {children}
    </ul>
  )
}
