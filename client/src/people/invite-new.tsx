// A new person gets a link: accepting it ties their account to the name and the mandate.
import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../__generated__/index.js'
import type { CommissionState, MandateKind } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Button, Card, Form, SelectField, SheetFoot, TextField, TroubleNote, useAct } from '../ui/index.js'
import { InvitationLink } from './invitation-link.js'
import { today } from './today.js'

const InvitePerson = graphql(`
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

const InvitationPlaces = graphql(`
  query InvitationPlaces($written: [CommissionState!]) {
    bodies(filter: { status: ACTIVE }, first: 60) {
      nodes {
        id
        name
      }
    }
    commissions(filter: { states: $written }, first: 40) {
      nodes {
        id
        name
      }
    }
  }
`)

const written: CommissionState[] = ['IDENTIFIED', 'FORMULATING', 'AT_JOINT_MEETING']
const kinds: MandateKind[] = ['INVITED', 'CITIZEN_MEMBER', 'COUNCIL_MEMBER', 'EXPERT', 'ADMINISTRATION', 'FACILITATOR', 'RESIDENT']

export function InviteNew() {
  const { t } = useTranslation('people')
  const { t: app } = useTranslation()
  const act = useAct(InvitePerson)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<MandateKind>('INVITED')
  const [tried, setTried] = useState(false)
  const { compare } = useFormats()
  const { data } = useQuery(InvitationPlaces, { variables: { written } })
  const bodies = data?.bodies.nodes.toSorted((a, b) => compare(a.name, b.name)) ?? []
  const commissions = data?.commissions.nodes.toSorted((a, b) => compare(a.name, b.name)) ?? []
  const [place, setPlace] = useState('')
  const [link, setLink] = useState<{ invitationUrl: string; expiresAt: string } | null>(null)
  const submit = async () => {
    setTried(true)
    if (!name.trim()) return
    const where = commissions.some(({ id }) => id === place) ? { commission: place } : { body: place || null }
    setLink(await act.run({ name: name.trim(), kind, from: today(), ...where }))
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
          <SelectField label={t('admin.place')} value={place} onChange={(event) => setPlace(event.target.value)}>
            <option value="">{t('admin.placeNone')}</option>
            <Places label={t('admin.placeBodies')} places={bodies} />
            <Places label={t('admin.placeCommissions')} places={commissions} />
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

function Places({ label, places }: { label: string; places: readonly { id: string; name: string }[] }) {
  return (
    <optgroup label={label}>
      {places.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}
