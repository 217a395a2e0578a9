// The way in, or who one is.
import { lazy, Suspense } from 'react'
import { useLocation } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import type { Viewer } from '../people/index.js'
import { LinkButton, paths } from '../ui/index.js'

// Where the menu cannot be fetched the frame stands without it: it must not take the page down.
const AccountMenu = lazy(() => import('./account-menu.js').catch(() => ({ default: NameOnly })))

function NameOnly({ viewer }: { viewer: Viewer }) {
  return <span className="label">{viewer.person.name}</span>
}

export function Account({ viewer }: { viewer: Viewer | null | undefined }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  if (viewer) {
    return (
      <Suspense>
        <AccountMenu viewer={viewer} />
      </Suspense>
    )
  }
  if (viewer === undefined || pathname === paths.signIn) return null
  return (
    <LinkButton to={paths.signIn} state={{ from: pathname }} size="small">
      {t('signIn')}
    </LinkButton>
  )
}
