// Who decided what about a commission, and when.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { useTranslation } from '../i18n/index.js'
import { Card, HistoryList } from '../ui/index.js'

const Fragment = graphql(`
  fragment CommissionHistory on Commission {
    history {
      ...HistoryLine
    }
  }
`)

export function CommissionHistoryCard({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const { history } = readFragment(Fragment, commission)
  return (
    <Card title={t('history')}>{history.length === 0 ? <p className="support">{t('historyNone')}</p> : <HistoryList entries={history} />}</Card>
  )
}
