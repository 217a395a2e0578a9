// The page of one commission: where it has come to, who writes it, how open it is, and what was decided about it.
import { useQuery, useSubscription } from '@apollo/client/react'
import { BookOpen, PenLine } from 'lucide-react'
import { useParams } from 'react-router'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useFormats, useTranslation } from '../i18n/index.js'
import { Columns, Found, LinkButton, Notice, Page, paths, SourceList, Stack } from '../ui/index.js'
import { CommissionHistoryCard } from './history.js'
import { NextStepsCard } from './next-steps.js'
import { OpennessCard } from './openness.js'
import { SeatPlanCard } from './seat-plan.js'
import { StageRail } from './stage-rail.js'
import { StatePill } from './state-ring.js'
import { isBeingWritten } from './states.js'
import { WritersCard } from './writers.js'

const Fragment = graphql(`
  fragment CommissionPageFrame on Commission {
    id
    slug
    name
    question
    state
    body {
      id
      slug
      name
    }
    draft {
      id
      words
      updatedAt
      viewerAccess
      viewerAccessReason {
        code
        message
      }
    }
    sources {
      ...SourceLine
    }
    ...StageRail
    ...SeatPlanCard
    ...Writers
    ...OpennessCard
    ...NextSteps
    ...CommissionHistory
  }
`)

const CommissionPageDocument = graphql(`
  query CommissionPage($slug: String!) {
    commission(slug: $slug) {
      ...CommissionPageFrame
    }
  }
`)

const CommissionChanged = graphql(`
  subscription CommissionChanged($slug: String!) {
    commissionChanged(slug: $slug) {
      ...CommissionPageFrame
    }
  }
`)

export function CommissionPage() {
  const { t } = useTranslation('commissions')
  const slug = useParams().slug!
  const result = useQuery(CommissionPageDocument, { variables: { slug } })
  useSubscription(CommissionChanged, { variables: { slug }, ignoreResults: true })
  return (
    <Found of={result} pick={({ commission }) => commission} title={t('kind')} what={t('whatOne')} all={{ to: paths.commissions, text: t('title') }}>
      {(commission) => <Frame commission={commission} />}
    </Found>
  )
}

function Frame({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const formats = useFormats()
  const read = readFragment(Fragment, commission)
  const { slug, name, question, state, body, draft, sources } = read
  const writes = isBeingWritten(state) && draft?.viewerAccess === 'WRITE'
  const told = [
    draft?.words !== null && draft?.words !== undefined && t('words', { count: draft.words }),
    draft?.updatedAt && t('changed', { when: formats.recent(draft.updatedAt) }),
  ]
    .filter(Boolean)
    .join(' · ')
  const Icon = writes ? PenLine : BookOpen
  return (
    <Page
      title={name}
      heading={<Danish>{name}</Danish>}
      crumbs={[
        { to: paths.commissions, text: t('title') },
        ...(body ? [{ to: paths.body(body.slug), text: <Danish>{body.name}</Danish> }] : []),
      ]}
      pill={<StatePill state={state} kind={t('kind')} />}
      {...(question && { lead: <Danish>{question}</Danish> })}
      actions={
        <>
          {draft?.viewerAccess && (
            <LinkButton look="filled" to={paths.commissionText(slug)}>
              <Icon size={18} aria-hidden />
              {writes ? t('write') : t('read')}
            </LinkButton>
          )}
          {body && <LinkButton to={paths.body(body.slug)}>{t('goBody')}</LinkButton>}
          {told && <span className="support">{told}</span>}
        </>
      }
    >
      {draft?.viewerAccessReason && <Notice tone="lock">{draft.viewerAccessReason.message}</Notice>}
      <StageRail commission={read} />
      <Columns>
        <Stack>
          <NextStepsCard commission={read} />
          <CommissionHistoryCard commission={read} />
        </Stack>
        <Stack>
          <WritersCard commission={read} />
          {isBeingWritten(state) && draft && <OpennessCard commission={read} />}
          <SeatPlanCard commission={read} />
          <SourceList sources={sources} />
        </Stack>
      </Columns>
    </Page>
  )
}
