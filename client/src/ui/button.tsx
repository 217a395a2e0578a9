// Buttons, and links that look like them. One filled button per card, and it is the next thing to do.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components'
import { Link, type LinkProps } from 'react-router'
import styles from './button.module.css'

type Looks = { look?: 'filled' | 'outline' | 'quiet' | 'danger'; size?: 'normal' | 'small' }

export type ButtonProps = Omit<AriaProps, 'className' | 'style' | 'children'> & Looks & { children: ReactNode }

/** `isPending` keeps the button focusable and says so to screen readers; a button is never grey without a reason. */
export function Button({ look = 'outline', size = 'normal', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={styles.button!} data-look={look} data-size={size} />
}

export function LinkButton({ look = 'outline', size = 'normal', ...rest }: LinkProps & Looks) {
  return <Link {...rest} className={styles.button} data-look={look} data-size={size} />
}

/** For addresses outside the client's router. */
export function AnchorButton({ look = 'outline', href, children }: Looks & { href: string; children: ReactNode }) {
  return (
    <a href={href} className={styles.button} data-look={look}>
      {children}
    </a>
  )
}
