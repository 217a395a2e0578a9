// A new person gets a link: accepting it ties their account to the name and the mandate.
import { useState } from 'react'
import { graphql } from '../__generated__/index.js'
import type { MandateKind } from '../__generated__/graphql.js'
import { useTranslation } from '../i18n/index.js'
import { Button, Card, Form, SelectField, SheetFoot, TextField, TroubleNote, useAct } from '../ui/index.js'
import { InvitationLink } from './invitation-link.js'
import { today } from './today.js'

export const InvitePerson = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      __typename
      ... on InvitationResult {
        invitationUrl
        expiresAt
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

const kinds: MandateKind[] = ['CITIZEN_MEMBER', 'COUNCIL_MEMBER', 'EXPERT', 'ADMINISTRATION', 'FACILITATOR', 'RESIDENT']

export function InviteNew() {
  const { t } = useTranslation('people')
  const { t: app } = useTranslation()
  const act = useAct(InvitePerson)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<MandateKind>('CITIZEN_MEMBER')
  const [tried, setTried] = useState(false)
  const [link, setLink] = useState<{ invitationUrl: string; expiresAt: string } | null>(null)
  const submit = async () => {
    setTried(true)
    if (name.trim()) setLink(await act.run({ name: name.trim(), kind, from: today() }))
  }
  return (
    <Card title={t('admin.invite')}>
      {link ? (
        <InvitationLink name={name} {...link} />
      ) : (
        <Form onSubmit={() => void submit()}>
          <p className="support">{t('admin.inviteHint')}</p>
          <TextField
            label={t('admin.name')}
            autoComplete="off"
            value={name}
            error={tried && !name.trim() ? app('required') : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <SelectField label={t('admin.kind')} value={kind} onChange={(event) => setKind(event.target.value as MandateKind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {app(`mandates.${one}`).replaceAll('\u00ad', '')}
              </option>
            ))}
          </SelectField>
          <TroubleNote trouble={act.trouble} />
          <SheetFoot>
            <Button type="submit" look="filled" isPending={act.pending}>
              {t('admin.inviteSend')}
            </Button>
          </SheetFoot>
        </Form>
      )}
    </Card>
  )
}
