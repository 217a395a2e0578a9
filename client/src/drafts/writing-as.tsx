// Drafts: under which mandate one writes, and the way to another. Never out of sight.
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { graphql, readFragment, type FragmentType } from '../__generated__/index.js'
import { Danish, useTranslation } from '../i18n/index.js'
import { Button, MandateTag, Sheet, SheetFoot } from '../ui/index.js'
import styles from './writing-as.module.css'

const Fragment = graphql(`
  fragment WritingAs on RoomMandate {
    access
    mandate {
      id
      kind
      body {
        id
        name
      }
      commission {
        id
        name
      }
    }
  }
`)

type Props = {
  mandates: readonly FragmentType<typeof Fragment>[]
  /** The mandate's id; null for the first, which gives most. */
  chosen: string | null
  onChange: (mandate: string) => void
  /** Null while nobody has said so. */
  mayWrite: boolean | null
}

export function WritingAs({ mandates, chosen, onChange, mayWrite }: Props) {
  const { t } = useTranslation('drafts')
  const all = readFragment(Fragment, mandates)
  const current = all.find(({ mandate }) => mandate.id === chosen) ?? all[0]
  const [wished, setWished] = useState<string | null>(null)
  if (current === undefined) return null
  return (
    <div className={styles.as}>
      {mayWrite !== null && <span>{t(mayWrite ? 'as.writing' : 'as.reading')}</span>}
      <MandateTag kind={current.mandate.kind} />
      {all.length > 1 && (
        <Sheet
          trigger={
            <Button look="quiet" size="small">
              {t('as.change')}
            </Button>
          }
          title={t('as.choose')}
        >
          {(close) => (
            <>
              <RadioGroup aria-label={t('as.choose')} className={styles.choices!} value={wished ?? current.mandate.id} onChange={setWished}>
                {all.map(({ mandate, access }) => {
                  const where = mandate.body?.name ?? mandate.commission?.name
                  return (
                    <Radio key={mandate.id} value={mandate.id} className={styles.choice!}>
                      <MandateTag kind={mandate.kind} />
                      <span className="support">
                        {where !== undefined && <Danish>{where}</Danish>} {t(`as.access.${access}`)}
                      </span>
                    </Radio>
                  )
                })}
              </RadioGroup>
              <p className="support">{t('as.hint')}</p>
              <SheetFoot>
                <Button
                  look="filled"
                  onPress={() => {
                    if (wished !== null) onChange(wished)
                    close()
                  }}
                >
                  {t('as.change')}
                </Button>
              </SheetFoot>
            </>
          )}
        </Sheet>
      )}
    </div>
  )
}
