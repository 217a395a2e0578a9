// A page that threw, or could not be fetched: said plainly, with a code to quote, inside the frame that still stands.
import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import { Button, Notice, Page } from '../ui/index.js'

/** Four characters of the error's own words: the same fault has the same code, and nothing of the person is in it. */
function codeOf(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  let sum = 7
  for (const letter of words) sum = (sum * 31 + letter.codePointAt(0)!) % 0xffffff
  return sum.toString(16).padStart(6, '0')
}

export function Crashed() {
  const { t } = useTranslation()
  const error = useRouteError()
  useEffect(() => reportError(error), [error])
  return (
    <Page title={t('crashed.title')}>
      <Notice tone="error" live>
        <p>{navigator.onLine ? t('crashed.hint') : t('failed.offline')}</p>
        <p>
          <small>{t('errorCode', { code: codeOf(error) })}</small>
        </p>
        <Button look="filled" size="small" onPress={() => location.reload()}>
          {t('crashed.reload')}
        </Button>
      </Notice>
    </Page>
  )
}
