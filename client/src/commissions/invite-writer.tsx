// Inviting a person to write in the draft: somebody who is here already, or somebody new who gets a link.
import { useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { InviteWriterFragment } from '../__generated__/graphql.js'
import { useTranslation } from '../i18n/index.js'
import { InvitationLink, InvitePerson, PersonPicker, type Picked, today } from '../people/index.js'
import { Button, Form, Segments, Sheet, SheetFoot, TextField, TroubleNote, useAct } from '../ui/index.js'

const Fragment = graphql(`
  fragment InviteWriter on Commission {
    id
    version
  }
`)

const InviteKnown = graphql(`
  mutation InviteWriter($input: InviteWriterInput!) {
    inviteWriter(input: $input) {
      __typename
      ... on CommissionResult {
        commission {
          ...OpennessCard
          ...Writers
          ...CommissionHistory
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export function InviteWriter({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const read = readFragment(Fragment, commission)
  const [way, setWay] = useState<'known' | 'unknown'>('known')
  return (
    <Sheet title={t('invite.title')} trigger={<Button size="small">{t('invite.button')}</Button>}>
      {(close) => (
        <>
          <Segments
            label={t('invite.how')}
            value={way}
            onChange={setWay}
            options={[
              { value: 'known', text: t('invite.known') },
              { value: 'unknown', text: t('invite.unknown') },
            ]}
          />
          {way === 'known' ? <Known {...read} close={close} /> : <Unknown {...read} />}
        </>
      )}
    </Sheet>
  )
}

function Known({ id, version, close }: InviteWriterFragment & { close: () => void }) {
  const { t } = useTranslation('commissions')
  const { t: app } = useTranslation()
  const act = useAct(InviteKnown)
  const [person, setPerson] = useState<Picked | null>(null)
  const [to, setTo] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = async () => {
    setAsked(true)
    if (!person) return
    if (await act.run({ commission: id, version, person: person.id, from: today(), to: to || null })) close()
  }
  return (
    <Form onSubmit={() => void submit()}>
      <PersonPicker value={person} onChange={setPerson} error={asked && !person ? app('required') : undefined} />
      <Until value={to} onChange={setTo} />
      <TroubleNote trouble={act.trouble} />
      <SheetFoot>
        <Button type="submit" look="filled" isPending={act.pending}>
          {t('invite.send')}
        </Button>
        <Button look="quiet" onPress={close}>
          {app('cancel')}
        </Button>
      </SheetFoot>
    </Form>
  )
}

function Unknown({ id }: InviteWriterFragment) {
  const { t } = useTranslation('commissions')
  const { t: app } = useTranslation()
  const act = useAct(InvitePerson)
  const [name, setName] = useState('')
  const [to, setTo] = useState('')
  const [asked, setAsked] = useState(false)
  const [link, setLink] = useState<{ invitationUrl: string; expiresAt: string } | null>(null)
  const submit = async () => {
    setAsked(true)
    if (!name.trim()) return
    setLink(await act.run({ name: name.trim(), kind: 'INVITED', commission: id, from: today(), to: to || null }))
  }
  if (link) return <InvitationLink name={name} {...link} />
  return (
    <Form onSubmit={() => void submit()}>
      <TextField
        label={t('invite.name')}
        hint={t('invite.nameHint')}
        error={asked && !name.trim() ? app('required') : undefined}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <Until value={to} onChange={setTo} />
      <TroubleNote trouble={act.trouble} />
      <SheetFoot>
        <Button type="submit" look="filled" isPending={act.pending}>
          {t('invite.send')}
        </Button>
      </SheetFoot>
    </Form>
  )
}

function Until({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('commissions')
  return <TextField type="date" label={t('invite.to')} hint={t('invite.toHint')} value={value} onChange={(event) => onChange(event.target.value)} />
}
