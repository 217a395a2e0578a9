// A drafter invites somebody to write in the draft. Whoever has no account yet gets a link from the administration first.
import { useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { InviteWriterFragment } from '../__generated__/graphql.js'
import { useTranslation } from '../i18n/index.js'
import { PersonPicker, type Picked, today } from '../people/index.js'
import { Button, Form, Sheet, SheetSend, TextField, useAct } from '../ui/index.js'

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
  return (
    <Sheet title={t('invite.title')} trigger={<Button size="small">{t('invite.button')}</Button>}>
      {(close) => <InviteForm {...read} close={close} />}
    </Sheet>
  )
}

function InviteForm({ id, version, close }: InviteWriterFragment & { close: () => void }) {
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
      <TextField type="date" label={t('invite.to')} hint={t('invite.toHint')} value={to} onChange={(event) => setTo(event.target.value)} />
      <SheetSend act={act} send={t('invite.send')} close={close} />
    </Form>
  )
}
