// What a person is and was, with the acts that give a mandate and end one.
import { useQuery } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import { graphql } from '../__generated__/index.js'
import type { MandateKind, PersonMandatesQuery } from '../__generated__/graphql.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Button, Form, Loaded, MandateTag, Notice, Pair, Rows, SelectField, Sheet, SheetFoot, TextField, TroubleNote, useAct } from '../ui/index.js'
import styles from './people-page.module.css'
import { today } from './today.js'

const PersonMandatesDocument = graphql(`
  query PersonMandates($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        name
        mandates(on: null) {
          id
          kind
          from
          to
          endedBecause
          body {
            id
            name
          }
          commission {
            id
            name
          }
        }
      }
    }
    bodies(filter: { status: ACTIVE }, first: 60) {
      nodes {
        id
        name
      }
    }
  }
`)

const Grant = graphql(`
  mutation GrantMandate($input: GrantMandateInput!) {
    grantMandate(input: $input) {
      __typename
      ... on MandateResult {
        mandate {
          id
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

const End = graphql(`
  mutation EndMandate($input: EndMandateInput!) {
    endMandate(input: $input) {
      __typename
      ... on MandateResult {
        mandate {
          id
          to
          endedBecause
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`)

type Person = Extract<NonNullable<PersonMandatesQuery['node']>, { __typename?: 'Person' }>
type Mandate = Person['mandates'][number]

const granted: MandateKind[] = ['COUNCIL_MEMBER', 'CITIZEN_MEMBER', 'INVITED', 'EXPERT', 'ADMINISTRATION', 'FACILITATOR']

export function PersonMandates({ id }: { id: string }) {
  const { t } = useTranslation('people')
  const { day, compare } = useFormats()
  const result = useQuery(PersonMandatesDocument, { variables: { id } })
  const again = () => void result.refetch()
  return (
    <Loaded of={result} what={t('admin.what')}>
      {({ node, bodies }) => {
        if (node?.__typename !== 'Person') return null
        return (
          <>
            <FocusedName key={node.id} name={node.name} />
            <h3 className="visually-hidden">{t('admin.mandates')}</h3>
            {node.mandates.length === 0 && <p className="support">{t('admin.mandatesNone')}</p>}
            <Rows>
              {node.mandates.map((mandate) => (
                <li key={mandate.id} className={styles.mandate}>
                  <span>
                    <MandateTag kind={mandate.kind} /> <Danish>{mandate.body?.name ?? mandate.commission?.name}</Danish>
                    <br />
                    <span className="support">
                      {day(mandate.from)} – {mandate.to && day(mandate.to)}
                      {mandate.endedBecause && <> · {t('admin.endedBecause', { reason: mandate.endedBecause })}</>}
                    </span>
                  </span>
                  {!mandate.endedBecause && <EndMandate mandate={mandate} then={again} />}
                </li>
              ))}
            </Rows>
            <GrantMandate key={id} person={id} name={node.name} bodies={bodies.nodes.toSorted((a, b) => compare(a.name, b.name))} then={again} />
          </>
        )
      }}
    </Loaded>
  )
}

/** On a phone the list that was chosen from stands below: the focus brings the person into view. */
function FocusedName({ name }: { name: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {name}
    </h2>
  )
}

function GrantMandate(props: { person: string; name: string; bodies: readonly { id: string; name: string }[]; then: () => void }) {
  const { person, name, bodies, then } = props
  const { t } = useTranslation('people')
  const { t: app } = useTranslation()
  const act = useAct(Grant)
  const [kind, setKind] = useState<MandateKind>('CITIZEN_MEMBER')
  const [body, setBody] = useState('')
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const [done, setDone] = useState(false)
  const submit = async () => {
    setDone(false)
    if ((await act.run({ person, kind, body: body || null, from, to: to || null })) === null) return
    setDone(true)
    then()
  }
  return (
    <section className={styles.grant}>
      <h3>{t('admin.grant')}</h3>
      <Form label={t('admin.grant')} onSubmit={() => void submit()}>
        <Pair>
          <SelectField label={t('admin.kind')} value={kind} onChange={(event) => setKind(event.target.value as MandateKind)}>
            {granted.map((one) => (
              <option key={one} value={one}>
                {app(`mandates.${one}`).replaceAll('\u00ad', '')}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('admin.body')} value={body} onChange={(event) => setBody(event.target.value)}>
            <option value="">{t('admin.bodyNone')}</option>
            {bodies.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
        </Pair>
        <Pair>
          <TextField type="date" required label={t('admin.from')} value={from} onChange={(event) => setFrom(event.target.value)} />
          <TextField type="date" label={t('admin.to')} hint={t('admin.toHint')} value={to} onChange={(event) => setTo(event.target.value)} />
        </Pair>
        <TroubleNote trouble={act.trouble} />
        {done && (
          <Notice tone="good" live>
            {t('admin.granted', { name })}
          </Notice>
        )}
        <SheetFoot>
          <Button type="submit" look="filled" isPending={act.pending}>
            {t('admin.grant')}
          </Button>
        </SheetFoot>
      </Form>
    </section>
  )
}

function EndMandate({ mandate, then }: { mandate: Mandate; then: () => void }) {
  const { t } = useTranslation('people')
  return (
    <Sheet title={t('admin.endTitle')} trigger={<Button size="small">{t('admin.end')}</Button>}>
      {(close) => (
        <EndForm
          mandate={mandate}
          then={() => {
            close()
            then()
          }}
        />
      )}
    </Sheet>
  )
}

function EndForm({ mandate, then }: { mandate: Mandate; then: () => void }) {
  const { t } = useTranslation('people')
  const { t: app } = useTranslation()
  const act = useAct(End)
  const [on, setOn] = useState(today)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!because.trim()) return
    if (await act.run({ mandate: mandate.id, on, because: because.trim() })) then()
  }
  return (
    <Form onSubmit={() => void submit()}>
      <TextField type="date" label={t('admin.on')} value={on} onChange={(event) => setOn(event.target.value)} />
      <TextField
        label={t('admin.because')}
        hint={t('admin.becauseHint')}
        error={tried && !because.trim() ? app('required') : undefined}
        value={because}
        onChange={(event) => setBecause(event.target.value)}
      />
      <TroubleNote trouble={act.trouble} />
      <SheetFoot>
        <Button type="submit" look="danger" isPending={act.pending}>
          {t('admin.endTitle')}
        </Button>
      </SheetFoot>
    </Form>
  )
}
