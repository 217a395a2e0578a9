// Who is on a body, by mandate. Inside the room full names; in public those who have not said yes stand as a number.
import { useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import type { MandateKind, MembersFragment } from '../__generated__/graphql.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { useViewer } from '../people/index.js'
import { Card, MandateMark, PersonLine, Segments } from '../ui/index.js'
import styles from './members.module.css'

const Fragment = graphql(`
  fragment Members on Body {
    status
    memberships(first: 30) {
      totalCount
      nodes {
        id
        kind
        offices {
          kind
          from
          to
        }
        group {
          name
        }
        person {
          id
          name
          nameIsPublic
        }
      }
    }
  }
`)

type Membership = MembersFragment['memberships']['nodes'][number]

const order: MandateKind[] = ['COUNCIL_MEMBER', 'CITIZEN_MEMBER', 'INVITED', 'EXPERT', 'ADMINISTRATION', 'FACILITATOR']
const officeOrder = ['MAYOR', 'CHAIR', 'VICE_CHAIR', 'DRAFTER', 'CLERK'] as const

/** Those with an office first, in the order of offices; then by name. */
const rank = ({ offices }: Membership) =>
  Math.min(...offices.map(({ kind }) => officeOrder.indexOf(kind)), officeOrder.length)

export function MembersCard({ body }: { body: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('committees')
  const { t: app } = useTranslation()
  const { compare } = useFormats()
  const viewer = useViewer()
  const [view, setView] = useState<'inside' | 'public'>('inside')
  const { memberships, status } = readFragment(Fragment, body)
  const members = memberships.nodes
  const takesPart = viewer ? members.some(({ person }) => person?.id === viewer.person.id) : false
  // The server gives names only to those who may have them; the switch shows members what everybody else sees.
  // Whoever may not be known has the name of their mandate.
  const isNamed = (member: Membership) =>
    member.person !== null &&
    member.person !== undefined &&
    member.person.name !== app(`mandates.${member.kind}`) &&
    (view === 'inside' || member.kind !== 'CITIZEN_MEMBER' || member.person.nameIsPublic)
  const count = (kind: MandateKind) => members.filter((member) => member.kind === kind).length
  return (
    <Card
      title={t('members')}
      aside={count('CITIZEN_MEMBER') > 0 ? `${count('COUNCIL_MEMBER')} + ${count('CITIZEN_MEMBER')}` : memberships.totalCount || undefined}
    >
      {members.length === 0 && <p className="support">{status === 'CLOSED' ? t('membersNone') : t('membersNoneNow')}</p>}
      {takesPart && count('CITIZEN_MEMBER') > 0 && (
        <div className={styles.view}>
          <Segments
            label={t('membersView')}
            value={view}
            onChange={setView}
            options={[
              { value: 'inside', text: t('inside') },
              { value: 'public', text: t('public') },
            ]}
          />
          <p className="label">{view === 'inside' ? t('insideNote') : t('publicNote')}</p>
        </div>
      )}
      {order.map((kind) => {
        const ofKind = members.filter((member) => member.kind === kind)
        if (ofKind.length === 0) return null
        const named = ofKind
          .filter(isNamed)
          .sort((a, b) => rank(a) - rank(b) || compare(a.person!.name, b.person!.name))
        const unnamed = ofKind.length - named.length
        return (
          <section key={kind} className={styles.group}>
            <h3>
              <MandateMark kind={kind} /> {app(`mandateGroups.${kind}`)}, {ofKind.length}
            </h3>
            <ul role="list">
              {named.map(({ id, person, offices, group }) => (
                <li key={id}>
                  <PersonLine
                    name={person!.name}
                    kind={kind}
                    note={[
                      ...offices.map((office) => app(`offices.${office.kind}`)),
                      group?.name,
                      person!.id === viewer?.person.id && t('you'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                </li>
              ))}
              {unnamed > 0 && (
                <li className={styles.unnamed}>
                  <span className={styles.blank}>
                    <MandateMark kind={kind} size={13} />
                  </span>
                  <span>
                    {t('unnamed', { count: unnamed })}
                    <br />
                    <span className="support">{t('unnamedNote')}</span>
                  </span>
                </li>
              )}
            </ul>
          </section>
        )
      })}
    </Card>
  )
}
