// The frame of every page: the demo strip, the way around, who one is, and the foot.
import { useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router'
import { graphql } from '../__generated__/index.js'
import { tellZone, useTranslation } from '../i18n/index.js'
import { useViewer } from '../people/index.js'
import { paths } from '../ui/index.js'
import { Account } from './account.js'
import { ConnectionBand } from './connection-band.js'
import { Footer } from './footer.js'
import { LanguageSwitch } from './language-switch.js'
import { Logo } from './logo.js'
import { BottomBar, Navigation } from './navigation.js'
import styles from './shell.module.css'

const ShellFacts = graphql(`
  query ShellFacts {
    municipality {
      name
      demo
      zone
    }
  }
`)

/** `wide`: the page wants the room of the rail's words, as the editor does. Set by a route's handle. */
const isWide = (handle: unknown) => (handle as { layout?: string } | undefined)?.layout === 'wide'

export function Shell() {
  const { t } = useTranslation()
  const { data } = useQuery(ShellFacts)
  const viewer = useViewer()
  const wide = useMatches().some(({ handle }) => isWide(handle))
  const navigation = useNavigation()
  const main = useRef<HTMLElement>(null)
  const { hash } = useLocation()
  useEffect(() => {
    if (hash === '#indhold') main.current?.focus()
  }, [hash])

  const zone = data?.municipality.zone
  useEffect(() => {
    if (zone !== undefined) tellZone(zone)
  }, [zone])

  const name = data?.municipality.name
  const home = (
    <Link to={paths.front} className={styles.home}>
      <Logo />
      <span className={styles.names}>
        <span className={styles.name}>{t('name')}</span>
        {name && <span className={styles.place}> {name}</span>}
      </span>
    </Link>
  )
  return (
    <div className={styles.shell} data-signed={viewer ? 'in' : 'out'} data-layout={wide ? 'wide' : 'normal'}>
      <a href="#indhold" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </a>
      {data?.municipality.demo && (
        <aside aria-label={t('demoLabel')} className={styles.demo}>
          {t('demo')}
        </aside>
      )}
      <ConnectionBand />
      {viewer && (
        <nav aria-label={t('nav.label')} className={styles.rail}>
          <div className={styles.railIn}>
            {home}
            <Navigation iconsOnly={wide} />
          </div>
        </nav>
      )}
      <header className={styles.top}>
        <div className={styles.topIn}>
          <div className={styles.homeOnTop}>{home}</div>
          {!viewer && (
            <nav aria-label={t('nav.label')} className={styles.links}>
              <Navigation />
            </nav>
          )}
          <div className={styles.right}>
            <LanguageSwitch />
            <Account viewer={viewer} />
          </div>
        </div>
      </header>
      <main id="indhold" ref={main} tabIndex={-1} className={styles.main} aria-busy={navigation.state !== 'idle'}>
        <Outlet />
      </main>
      <Footer />
      <BottomBar />
      <ScrollRestoration />
    </div>
  )
}
