// What is on the record about something: who did what, when it happened, and when it was entered if that was later.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Rows } from './card.js'
import { MandateMark } from './mandate.js'

const Fragment = graphql(`
  fragment HistoryLine on HistoryEntry {
    act
    sentence
    occurredAt
    recordedAt
    byMandate
    by {
      id
      name
    }
  }
`)

export function HistoryList({ entries }: { entries: readonly FragmentType<typeof Fragment>[] }) {
  const { t } = useTranslation('commissions')
  const { t: app } = useTranslation()
  const { momentDay } = useFormats()
  const lines = readFragment(Fragment, entries)
  return (
    <Rows dense>
      {lines.map(({ act, sentence, occurredAt, recordedAt, by, byMandate }, index) => {
        const happened = momentDay(occurredAt)
        const recorded = momentDay(recordedAt)
        return (
          <li key={`${act} ${occurredAt} ${index}`}>
            <p>{sentence}</p>
            <p className="label">
              {happened}
              {recorded !== happened && <> · {t('recorded', { when: recorded })}</>}
              {byMandate && (
                <>
                  {' · '}
                  <MandateMark kind={byMandate} size={10} /> {by?.name ?? app(`mandates.${byMandate}`)}
                </>
              )}
            </p>
          </li>
        )
      })}
    </Rows>
  )
}
