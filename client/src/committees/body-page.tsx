// The page of one body: what it is for, where its commission has come to, who is on it, and what it has decided.
import { useQuery, useSubscription } from '@apollo/client/react'
import { BookOpen, PenLine } from 'lucide-react'
import { useParams } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { CommissionLine, isBeingWritten, StatePill, StageRail } from '../commissions/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Card, Columns, Found, HistoryList, LinkButton, Loaded, Notice, Page, paths, Rows, SourceList, Stack } from '../ui/index.js'
import styles from './body-page.module.css'
import { MeetingsCard } from './meetings.js'
import { MembersCard } from './members.js'
import { OwnedCard } from './owned.js'

const Fragment = graphql(`
  fragment BodyPageFrame on Body {
    id
    slug
    name
    kind
    status
    purpose
    remit
    competence
    from
    to
    periodNote
    closedBecause
    ownersNote
    owners {
      id
      slug
      name
    }
    commission {
      id
      slug
      state
      draft {
        id
        viewerAccess
      }
      ...StageRail
    }
    history {
      ...HistoryLine
    }
    sources {
      ...SourceLine
    }
    ...Members
    ...Meetings
  }
`)

const BodyPageDocument = graphql(`
  query BodyPage($slug: String!) {
    body(slug: $slug) {
      ...BodyPageFrame
    }
  }
`)

/** Apart from the page itself: a standing committee has a long row of them. */
const BodyBelow = graphql(`
  query BodyBelow($slug: String!) {
    body(slug: $slug) {
      id
      ...Owned
      commissions(first: 20) {
        nodes {
          id
          ...CommissionLine
        }
      }
    }
  }
`)

const BodyChanged = graphql(`
  subscription BodyChanged($slug: String!) {
    bodyChanged(slug: $slug) {
      ...BodyPageFrame
    }
  }
`)

export function BodyPage() {
  const { t } = useTranslation('committees')
  const slug = useParams().slug!
  const result = useQuery(BodyPageDocument, { variables: { slug } })
  useSubscription(BodyChanged, { variables: { slug }, ignoreResults: true })
  return (
    <Found of={result} pick={({ body }) => body} title={t('title')} what={t('whatOne')} all={{ to: paths.committees, text: t('title') }}>
      {(body) => <Frame body={body} />}
    </Found>
  )
}

function Frame({ body }: { body: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('committees')
  const { t: app } = useTranslation()
  const { day } = useFormats()
  const read = readFragment(Fragment, body)
  const { slug, name, kind, status, purpose, remit, competence, from, to, periodNote, closedBecause, ownersNote, owners, commission } = read
  const period = from ? (to ? `${day(from)} – ${day(to)}` : t('periodOpen', { from: day(from) })) : null
  const facts: [string, string | null | undefined][] = [
    [t('remit'), remit],
    [t('competence'), competence],
    [t('period'), [period, periodNote].filter(Boolean).join('. ')],
    [t('owners'), owners.length === 0 ? ownersNote : null],
  ]
  const access = commission?.draft?.viewerAccess
  const writes = commission && isBeingWritten(commission.state) && access === 'WRITE'
  const Icon = writes ? PenLine : BookOpen
  // Of the past only that a commission was is known: its page would say that it is not here.
  const isKnown = commission && (commission.state !== 'DISSOLVED' || commission.draft)
  return (
    <Page
      title={name}
      heading={<Danish>{name}</Danish>}
      crumbs={[
        { to: paths.committees, text: t('title') },
        ...owners.map((owner) => ({ to: paths.body(owner.slug), text: <Danish>{owner.name}</Danish> })),
      ]}
      pill={
        commission ? (
          <StatePill state={commission.state} kind={app(`kinds.${kind}`)} />
        ) : (
          <p className="support">{t('kindAndState', { kind: app(`kinds.${kind}`), state: t(`status.${status}`) })}</p>
        )
      }
      {...(purpose && { lead: <Danish>{purpose}</Danish> })}
      {...(commission && {
        actions: (
          <>
            {access && (
              <LinkButton look="filled" to={paths.commissionText(commission.slug)}>
                <Icon size={18} aria-hidden />
                {writes ? t('writeCommission') : t('readCommission')}
              </LinkButton>
            )}
            {isKnown && <LinkButton to={paths.commission(commission.slug)}>{t('seeCommission')}</LinkButton>}
          </>
        ),
      })}
    >
      {closedBecause && (
        <Notice tone="info">
          <p>
            <Danish>{t('closedBecause', { reason: closedBecause })}</Danish>
          </p>
        </Notice>
      )}
      {commission && <StageRail commission={commission} />}
      <Columns>
        <Stack>
          {facts.some(([, text]) => text) && (
            <Card>
              <dl className={styles.facts}>
                {facts.map(([term, text]) =>
                  text ? (
                    <div key={term}>
                      <dt>{term}</dt>
                      <dd>
                        <Danish>{text}</Danish>
                      </dd>
                    </div>
                  ) : null,
                )}
              </dl>
            </Card>
          )}
          {kind !== 'TASK_COMMITTEE' && kind !== 'WORKING_GROUP' && <Below slug={slug} />}
          <MeetingsCard body={read} />
          <Card title={t('history')}>
            {read.history.length === 0 ? <p className="support">{t('historyNone')}</p> : <HistoryList entries={read.history} />}
          </Card>
        </Stack>
        <Stack>
          <MembersCard body={read} />
          <SourceList sources={read.sources} />
        </Stack>
      </Columns>
    </Page>
  )
}

function Below({ slug }: { slug: string }) {
  const { t } = useTranslation('committees')
  const result = useQuery(BodyBelow, { variables: { slug } })
  return (
    <Loaded of={result} what={t('what')}>
      {({ body }) =>
        body && (
          <>
            <OwnedCard body={body} />
            {body.commissions.nodes.length > 0 && (
              <Card title={t('commissions')} aside={body.commissions.nodes.length}>
                <Rows>
                  {body.commissions.nodes.map((commission) => (
                    <li key={commission.id}>
                      <CommissionLine commission={commission} />
                    </li>
                  ))}
                </Rows>
              </Card>
            )}
          </>
        )
      }
    </Loaded>
  )
}
