// A page that waits for a query: loading, failed, or there. What was there stays while it is asked for again.
import type { ErrorLike } from '@apollo/client'
import type { ReactNode } from 'react'
import { Failed, Loading, Notice } from './states.js'
import { useTranslation } from '../i18n/index.js'

type Result<Data> = { data?: Data | undefined; error?: ErrorLike | undefined; refetch: () => unknown }

/** `what` finishes the sentence "We could not fetch …". */
export function Loaded<Data>({ of, what, children }: { of: Result<Data>; what: string; children: (data: Data) => ReactNode }) {
  const { t } = useTranslation()
  const retry = () => void of.refetch()
  if (of.data !== undefined) {
    return (
      <>
        {of.error && <Notice tone="warn">{t('failed.title', { what })}</Notice>}
        {children(of.data)}
      </>
    )
  }
  return of.error ? <Failed what={what} error={of.error} retry={retry} /> : <Loading />
}
