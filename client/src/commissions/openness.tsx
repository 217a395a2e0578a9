// How open the draft is, since when, and by whom; and the drafters' two acts on it.
import { useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Button, CannotNote, Card, Notice, TroubleNote, useAct } from '../ui/index.js'
import { InviteWriter } from './invite-writer.js'
import styles from './openness.module.css'

const Fragment = graphql(`
  fragment OpennessCard on Commission {
    id
    version
    openness
    opened {
      openness
      at
      by {
        id
        name
      }
    }
    viewerCan
    viewerCannot {
      ...Cannot
    }
    ...InviteWriter
  }
`)

const SetOpenness = graphql(`
  mutation SetDraftOpenness($input: SetDraftOpennessInput!) {
    setDraftOpenness(input: $input) {
      __typename
      ... on CommissionResult {
        commission {
          ...OpennessCard
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

export function OpennessCard({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const { moment } = useFormats()
  const read = readFragment(Fragment, commission)
  const { id, version, openness, opened, viewerCan, viewerCannot } = read
  const act = useAct(SetOpenness)
  const [done, setDone] = useState(false)
  const last = opened.at(-1)
  const told = (() => {
    if (!last) return null
    const when = moment(last.at)
    const isOpen = last.openness === 'SUGGESTIONS'
    if (!last.by) return t(isOpen ? 'openness.openedAt' : 'openness.closedAt', { when })
    return t(isOpen ? 'openness.openedBy' : 'openness.closedBy', { who: last.by.name, when })
  })()
  const next = openness === 'CLOSED' ? 'SUGGESTIONS' : 'CLOSED'
  return (
    <Card title={t('openness.title')}>
      <p>{t(`openness.${openness}`)}</p>
      {told && <p className="support">{told}</p>}
      <div className={styles.acts}>
        {viewerCan.includes('setDraftOpenness') && (
          <Button
            look={openness === 'CLOSED' ? 'filled' : 'outline'}
            size="small"
            isPending={act.pending}
            onPress={async () => setDone((await act.run({ commission: id, version, openness: next })) !== null)}
          >
            {openness === 'CLOSED' ? t('openness.open') : t('openness.close')}
          </Button>
        )}
        {viewerCan.includes('inviteWriter') ? <InviteWriter commission={read} /> : <CannotNote cannot={viewerCannot} act="inviteWriter" />}
        <TroubleNote trouble={act.trouble} />
        {done && (
          <Notice tone="good" live>
            {t('openness.done')}
          </Notice>
        )}
      </div>
    </Card>
  )
}
