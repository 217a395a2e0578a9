// The administration enters what a meeting decided: state, day, body, meeting, and where it says so.
import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { CommissionState, RecordFromMinutesCommissionFragment } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { today } from '../people/index.js'
import { Button, Form, Loaded, Pair, SelectField, Sheet, SheetSend, TextField, useAct } from '../ui/index.js'

const Fragment = graphql(`
  fragment RecordFromMinutesCommission on Commission {
    id
    version
    slug
    state
    next {
      to
    }
  }
`)

const WhoDecides = graphql(`
  query WhoDecides($slug: String!) {
    commission(slug: $slug) {
      id
      owners {
        id
        name
        meetings(first: 20) {
          nodes {
            id
            title
            startsAt
          }
        }
      }
      body {
        id
        name
        meetings(first: 20) {
          nodes {
            id
            title
            startsAt
          }
        }
      }
    }
    council: body(slug: "kommunalbestyrelsen") {
      id
      name
      meetings(first: 40) {
        nodes {
          id
          title
          startsAt
        }
      }
    }
  }
`)

const RecordDocument = graphql(`
  mutation RecordFromMinutes($input: RecordFromMinutesInput!) {
    recordFromMinutes(input: $input) {
      __typename
      ... on CommissionResult {
        commission {
          ...CommissionPageFrame
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

export function RecordFromMinutes({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const read = readFragment(Fragment, commission)
  return (
    <Sheet title={t('record.title')} trigger={<Button size="small">{t('record.button')}</Button>}>
      {(close) => <RecordForm {...read} close={close} />}
    </Sheet>
  )
}

function RecordForm({ id, version, slug, next, close }: RecordFromMinutesCommissionFragment & { close: () => void }) {
  const { t } = useTranslation('commissions')
  const { t: app } = useTranslation()
  const { t: committees } = useTranslation('committees')
  const { either, momentDay } = useFormats()
  const asked = useQuery(WhoDecides, { variables: { slug } })
  const act = useAct(RecordDocument)
  const [state, setState] = useState<CommissionState>(next[0]?.to ?? 'IDENTIFIED')
  const [on, setOn] = useState(today)
  const [body, setBody] = useState('')
  const [meeting, setMeeting] = useState('')
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!source.trim() || !on) return
    const recorded = await act.run({ commission: id, version, state, on, body: body || null, meeting: meeting || null, source: source.trim() })
    if (recorded) close()
  }
  return (
    <Loaded of={asked} what={committees('what')}>
      {({ council, commission }) => {
        const bodies = [council, ...(commission?.owners ?? []), commission?.body].filter((one) => one !== null && one !== undefined)
        const meetings = bodies.find((one) => one.id === body)?.meetings.nodes ?? []
        return (
          <Form onSubmit={() => void submit()}>
            <p className="support">{t('record.hint')}</p>
            <p className="support">{t('record.can', { states: either(next.map(({ to }) => `»${t(`states.${to}`)}«`)) })}</p>
            <Pair>
              <SelectField label={t('record.state')} value={state} onChange={(event) => setState(event.target.value as CommissionState)}>
                {next.map(({ to }) => (
                  <option key={to} value={to}>
                    {t(`states.${to}`)}
                  </option>
                ))}
              </SelectField>
              <TextField
                type="date"
                label={t('record.on')}
                value={on}
                error={tried && !on ? app('required') : undefined}
                onChange={(event) => setOn(event.target.value)}
              />
            </Pair>
            <SelectField
              label={t('record.body')}
              value={body}
              onChange={(event) => {
                setBody(event.target.value)
                setMeeting('')
              }}
            >
              <option value="">{t('record.bodyNone')}</option>
              {bodies.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </SelectField>
            <SelectField label={t('record.meeting')} value={meeting} onChange={(event) => setMeeting(event.target.value)}>
              <option value="">{t('record.meetingNone')}</option>
              {meetings.map((one) => (
                <option key={one.id} value={one.id}>
                  {momentDay(one.startsAt)} · {one.title}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t('record.source')}
              hint={t('record.sourceHint')}
              value={source}
              error={tried && !source.trim() ? app('required') : undefined}
              onChange={(event) => setSource(event.target.value)}
            />
            <SheetSend act={act} send={t('record.send')} close={close} />
          </Form>
        )
      }}
    </Loaded>
  )
}
