// What is missing before the commission can go on, and the act by which the administration enters what was decided.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { useTranslation } from '../i18n/index.js'
import { Card } from '../ui/index.js'
import styles from './next-steps.module.css'
import { RecordFromMinutes } from './record-from-minutes.js'
import { stateNumber } from './states.js'

const Fragment = graphql(`
  fragment NextSteps on Commission {
    state
    next {
      to
      act
      needs
    }
    viewerCan
    ...RecordFromMinutesCommission
  }
`)

export function NextStepsCard({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const read = readFragment(Fragment, commission)
  const { state, next, viewerCan } = read
  return (
    <Card title={t('next.title')}>
      {next.length === 0 && <p className="support">{t('next.end')}</p>}
      <ul role="list" className={styles.steps}>
        {next.map(({ to, needs }) => (
          <li key={to}>
            <h3 className={styles.to}>{t(stateNumber(to) < stateNumber(state) ? 'next.back' : 'next.to', { state: t(`states.${to}`) })}</h3>
            {needs.length === 0 ? (
              <p className="support">{t('next.nothing')}</p>
            ) : (
              <ul className={styles.needs}>
                {needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {viewerCan.includes('recordFromMinutes') && next.length > 0 && <RecordFromMinutes commission={read} />}
    </Card>
  )
}
