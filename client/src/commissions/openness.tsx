// How open the draft is, since when, and by whom; and the drafters' two acts on it, each asked again with what follows.
import { useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Button, CannotNote, Card, Notice, Sheet, SheetFoot, TroubleNote, useAct } from '../ui/index.js'
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
  const { t: app } = useTranslation()
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
  const words =
    next === 'CLOSED'
      ? { act: t('openness.close'), title: t('openness.closeTitle'), hint: t('openness.closeHint') }
      : { act: t('openness.open'), title: t('openness.openTitle'), hint: t('openness.openHint') }
  return (
    <Card title={t('openness.title')}>
      <p>{t(`openness.${openness}`)}</p>
      {told && <p className="support">{told}</p>}
      <div className={styles.acts}>
        {viewerCan.includes('setDraftOpenness') && (
          <Sheet
            title={words.title}
            trigger={
              <Button look={next === 'CLOSED' ? 'outline' : 'filled'} size="small" isPending={act.pending}>
                {words.act}
              </Button>
            }
          >
            {(close) => (
              <>
                <p>{words.hint}</p>
                <TroubleNote trouble={act.trouble} />
                <SheetFoot>
                  <Button
                    look="filled"
                    isPending={act.pending}
                    onPress={async () => {
                      const isDone = (await act.run({ commission: id, version, openness: next })) !== null
                      setDone(isDone)
                      if (isDone) close()
                    }}
                  >
                    {words.act}
                  </Button>
                  <Button look="quiet" onPress={close}>
                    {app('cancel')}
                  </Button>
                </SheetFoot>
              </>
            )}
          </Sheet>
        )}
        {viewerCan.includes('inviteWriter') ? <InviteWriter commission={read} /> : <CannotNote cannot={viewerCannot} act="inviteWriter" />}
        {done && (
          <Notice tone="good" live>
            {t(openness === 'CLOSED' ? 'openness.doneClosed' : 'openness.doneOpen')}
          </Notice>
        )}
      </div>
    </Card>
  )
}
