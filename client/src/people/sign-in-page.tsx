// Signing in: in the demo as anybody, one click; elsewhere with the account of the configured provider.
import { useQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { graphql } from '../__generated__/index.js'
import type { MandateKind, SignInPageQuery } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { AnchorButton, Avatar, Card, contains, Loaded, MandateMark, Notice, Page, paths, TextField } from '../ui/index.js'
import { useSession } from './session.js'
import styles from './sign-in-page.module.css'

const SignInPageDocument = graphql(`
  query SignInPage {
    demoPersons {
      slug
      name
      label
      kind
      office
      body
    }
  }
`)

type DemoPerson = SignInPageQuery['demoPersons'][number]

const order: MandateKind[] = ['COUNCIL_MEMBER', 'CITIZEN_MEMBER', 'INVITED', 'EXPERT', 'ADMINISTRATION', 'FACILITATOR', 'GUEST', 'RESIDENT']

export function SignInPage() {
  const { t } = useTranslation('people')
  const result = useQuery(SignInPageDocument)
  const from = useFrom()
  // Where there are no demo persons, sign-in is by the configured provider: an installation has one or the other.
  const isDemo = result.data === undefined || result.data.demoPersons.length > 0
  return (
    <Page title={t('signIn.title')} lead={isDemo ? t('signIn.demoLead') : t('signIn.oidcLead')}>
      <Loaded of={result} what={t('signIn.what')}>
        {({ demoPersons }) =>
          demoPersons.length > 0 ? (
            <DemoPersons persons={demoPersons} />
          ) : (
            <p>
              <AnchorButton look="filled" href={`/auth/oidc/start?${new URLSearchParams({ returnTo: from }).toString()}`}>
                {t('signIn.oidc')}
              </AnchorButton>
            </p>
          )
        }
      </Loaded>
    </Page>
  )
}

/** Where one was before. */
const useFrom = (): string => (useLocation().state as { from?: string } | null)?.from ?? paths.front

function DemoPersons({ persons }: { persons: readonly DemoPerson[] }) {
  const { t } = useTranslation('people')
  const { t: app } = useTranslation()
  const { compare } = useFormats()
  const { signInAs } = useSession()
  const navigate = useNavigate()
  const from = useFrom()
  const [busy, setBusy] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [search, setSearch] = useState('')
  const found = useMemo(() => persons.filter(({ name }) => contains([name], search)), [persons, search])
  const be = async (slug: string) => {
    setBusy(slug)
    setFailed(false)
    try {
      await signInAs(slug)
      await navigate(from)
    } catch {
      setFailed(true)
      setBusy(null)
    }
  }
  return (
    <>
      {failed && (
        <Notice tone="error" live>
          {t('signIn.failed')}
        </Notice>
      )}
      <div className={styles.search}>
        <TextField label={t('signIn.find')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        <span role="status" className="support">
          {found.length === 0 ? t('signIn.noneFound') : ''}
        </span>
      </div>
      {order.map((kind) => {
        const ofKind = found.filter((person) => person.kind === kind).sort((a, b) => compare(a.name, b.name))
        if (ofKind.length === 0) return null
        return (
          <Card
            key={kind}
            title={
              <>
                <MandateMark kind={kind} size={16} /> {app(`mandateGroups.${kind}`)}
              </>
            }
            aside={ofKind.length}
          >
            <ul role="list" className={styles.persons}>
              {ofKind.map(({ slug, name, label, office, body }) => (
                <li key={slug}>
                  <button type="button" className={styles.person} aria-busy={busy === slug} onClick={() => void be(slug)}>
                    <Avatar name={name} kind={kind} size={40} />
                    <span>
                      <span className={styles.name}>{name}</span>
                      <span className={styles.what}>{[office && app(`offices.${office}`), label, body].filter(Boolean).join(' · ')}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </Card>
        )
      })}
    </>
  )
}
