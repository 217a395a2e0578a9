// The seats that the commission asks for: how many, and whom among them.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import { Card, mandateColours, MandateMark } from '../ui/index.js'
import styles from './seat-plan.module.css'

const Fragment = graphql(`
  fragment SeatPlanCard on Commission {
    seatPlan {
      politicians
      citizens
      note
      profiles {
        text
        atLeast
      }
    }
  }
`)

export function SeatPlanCard({ commission }: { commission: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('commissions')
  const { seatPlan } = readFragment(Fragment, commission)
  if (!seatPlan) {
    return (
      <Card title={t('seatPlan')}>
        <p className="support">{t('seatPlanNone')}</p>
      </Card>
    )
  }
  const { politicians, citizens, note, profiles } = seatPlan
  return (
    <Card title={t('seatPlan')} aside={t('seatsShort', { politicians, citizens })}>
      <div className={styles.seats} aria-hidden>
        <Seats count={politicians} kind="COUNCIL_MEMBER" />
        <Seats count={citizens} kind="CITIZEN_MEMBER" />
      </div>
      <p>{t('seats', { politicians, citizens })}</p>
      {profiles.length > 0 && (
        <ul className={styles.profiles}>
          {profiles.map(({ text, atLeast }) => (
            <li key={text}>
              <Danish>{text}</Danish>
              {atLeast !== null && atLeast !== undefined && <span className="label"> · {t('profileAtLeast', { count: atLeast })}</span>}
            </li>
          ))}
        </ul>
      )}
      {note && (
        <p className="support">
          <Danish>{note}</Danish>
        </p>
      )}
    </Card>
  )
}

function Seats({ count, kind }: { count: number; kind: 'COUNCIL_MEMBER' | 'CITIZEN_MEMBER' }) {
  const { strong, soft } = mandateColours(kind)
  return Array.from({ length: count }, (_, seat) => (
    <span key={seat} className={styles.seat} style={{ background: soft, borderColor: strong }}>
      <MandateMark kind={kind} size={12} />
    </span>
  ))
}
