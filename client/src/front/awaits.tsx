// What awaits the reader: three cards at most, each with the one thing to do.
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import { Card, LinkButton, paths } from '../ui/index.js'
import styles from './awaits.module.css'

const Fragment = graphql(`
  fragment Awaits on Viewer {
    awaits {
      act
      sentence
      commission {
        id
        slug
        name
      }
      body {
        id
        slug
        name
      }
    }
  }
`)

/** Minutes are entered on the commission's own page; all else that awaits somebody is in the text. */
const actsOnPage = (act: string) => act === 'recordFromMinutes'

export function Awaits({ viewer }: { viewer: FragmentType<typeof Fragment> }) {
  const { t } = useTranslation('front')
  const { awaits } = readFragment(Fragment, viewer)
  return (
    <section aria-labelledby="awaits" className={styles.awaits}>
      <h2 id="awaits">{t('awaits')}</h2>
      {awaits.length === 0 ? (
        <p className="support">{t('awaitsNothing')}</p>
      ) : (
        <div className={styles.cards}>
          {awaits.slice(0, 3).map(({ act, sentence, commission, body }, index) => (
            <Card key={`${act} ${commission?.id ?? body?.id ?? index}`}>
              <div className={styles.card}>
                <p className="label">
                  <Danish>{commission?.name ?? body?.name}</Danish>
                </p>
                <h3>{sentence}</h3>
                {commission ? (
                  <LinkButton look={index === 0 ? 'filled' : 'outline'} size="small" to={actsOnPage(act) ? paths.commission(commission.slug) : paths.commissionText(commission.slug)}>
                    {t(actsOnPage(act) ? 'awaitsGoCommission' : 'awaitsGo')}
                  </LinkButton>
                ) : (
                  body && (
                    <LinkButton look={index === 0 ? 'filled' : 'outline'} size="small" to={paths.body(body.slug)}>
                      {t('awaitsGoBody')}
                    </LinkButton>
                  )
                )}
              </div>
            </Card>
          ))}
        </div>
      )}
    </section>
  )
}
