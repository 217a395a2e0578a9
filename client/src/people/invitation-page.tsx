// An invitation: to whom, to what, and the act of accepting it, which ties the reader's account to the person invited.
import { useApolloClient, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { graphql } from '../__generated__/index.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Button, Card, LinkButton, Loaded, MandateTag, Notice, Page, paths, TroubleNote, useAct } from '../ui/index.js'
import { useViewer } from './viewer.js'

const InvitationPageDocument = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      name
      kind
      bodyName
      commissionName
      expiresAt
      spent
    }
  }
`)

const Accept = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on ViewerResult {
        viewer {
          person {
            id
            name
          }
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export function InvitationPage() {
  const { t } = useTranslation('people')
  const { t: app } = useTranslation()
  const { moment } = useFormats()
  const token = useParams().token!
  const viewer = useViewer()
  const client = useApolloClient()
  const result = useQuery(InvitationPageDocument, { variables: { token } })
  const act = useAct(Accept)
  const [done, setDone] = useState(false)
  const accept = async () => {
    if ((await act.run({ token })) === null) return
    setDone(true)
    await client.refetchQueries({ include: 'active' })
  }
  return (
    <Page title={t('invitation.title')}>
      <Loaded of={result} what={t('invitation.what')}>
        {({ invitation }) => {
          if (done) {
            return (
              <Notice tone="good" live>
                <p>{t('invitation.done')}</p>
                <LinkButton look="filled" size="small" to={paths.front}>
                  {t('invitation.go')}
                </LinkButton>
              </Notice>
            )
          }
          if (!invitation) return <Notice tone="warn">{t('invitation.unknown')}</Notice>
          if (invitation.spent) return <Notice tone="lock">{t('invitation.spent')}</Notice>
          const { kind, bodyName, commissionName, name, expiresAt } = invitation
          const place = bodyName ?? commissionName
          const mandate = app(`mandates.${kind}`).toLocaleLowerCase('da')
          return (
            <Card title={place ? t('invitation.leadPlace', { mandate, place }) : t('invitation.lead', { mandate })}>
              <div style={{ display: 'grid', gap: 16, justifyItems: 'start' }}>
                <p>
                  <MandateTag kind={kind} />
                </p>
                <p>{t(`invitation.may.${kind}`)}</p>
                <p>{t('invitation.by')}</p>
                <p>{t('invitation.for', { name, when: moment(expiresAt) })}</p>
                <p className="support">{t('invitation.young')}</p>
                {viewer ? (
                  <>
                    <p className="support">{t('invitation.as', { name: viewer.person.name })}</p>
                    <TroubleNote trouble={act.trouble} />
                    <Button look="filled" isPending={act.pending} onPress={() => void accept()}>
                      {t('invitation.accept')}
                    </Button>
                  </>
                ) : (
                  <LinkButton look="filled" to={paths.signIn} state={{ from: paths.invitation(token) }}>
                    {t('invitation.signIn')}
                  </LinkButton>
                )}
              </div>
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
