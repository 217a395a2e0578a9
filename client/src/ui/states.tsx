// The states that every page has before it has anything else: empty, loading, failed, and a no with its reason.
import { CircleAlert, CircleCheck, Eye, Info, Lock, type LucideIcon, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from '../i18n/index.js'
import { Button } from './button.js'
import { whatFailed } from './failure.js'
import styles from './states.module.css'

/** One sentence why, one thing to do. */
export function Empty({ icon: Icon = Eye, title, hint, action }: { icon?: LucideIcon; title: ReactNode; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.centre}>
      <Icon size={36} strokeWidth={1.5} aria-hidden />
      <p className={styles.emptyTitle}>{title}</p>
      {hint !== undefined && <p className="support">{hint}</p>}
      {action}
    </div>
  )
}

const icons = { error: CircleAlert, warn: TriangleAlert, info: Info, good: CircleCheck, lock: Lock } as const

/** A framed sentence. `live` announces it: for what appears after something was done. */
export function Notice({ tone, title, children, live = false }: { tone: keyof typeof icons; title?: ReactNode; children?: ReactNode; live?: boolean }) {
  const Icon = icons[tone]
  return (
    <div className={styles.note} data-tone={tone} {...(live && { role: tone === 'error' ? 'alert' : 'status' })}>
      <Icon size={20} aria-hidden />
      <div>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}

/** Nothing for 300 ms: what comes at once should not flicker. */
function useLate(milliseconds: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return late
}

const widths = ['46%', '92%', '84%', '60%', '88%', '40%']

/** In the shape of a page; said once to screen readers. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation()
  const late = useLate(300)
  return (
    <div aria-busy="true">
      <p role="status" className={late ? 'support' : 'visually-hidden'}>
        {late ? t('loading') : ''}
      </p>
      {late && (
        <div className={styles.skeleton} aria-hidden>
          {Array.from({ length: lines }, (_, line) => (
            <div key={line} className={styles.bone} style={{ width: widths[line % widths.length], height: line === 0 ? 30 : 14 }} />
          ))}
        </div>
      )}
    </div>
  )
}

/** What could not be fetched, a way to try again, and the code to quote. The rest of the page stays. */
export function Failed({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const { kind, code } = whatFailed(error)
  return (
    <Notice tone="error" title={t('failed.title', { what })} live>
      <p>{kind === 'offline' ? t('failed.offline') : kind === 'limited' ? t('failed.limited') : t('failed.hint')}</p>
      <div className={styles.foot}>
        {retry && (
          <Button look="filled" size="small" onPress={retry}>
            {t('retry')}
          </Button>
        )}
        {code !== null && <small>{t('errorCode', { code })}</small>}
      </div>
    </Notice>
  )
}
