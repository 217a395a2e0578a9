// One state to look for, in the address.
import { useTranslation } from '../i18n/index.js'
import { SelectField, useAddress } from '../ui/index.js'
import { type CommissionState, statesInOrder } from './states.js'

/** The state that the address asks for, where it is one. */
export function useSoughtState(): CommissionState | null {
  const { get } = useAddress()
  return statesInOrder.find((state) => state === get('tilstand')?.toUpperCase()) ?? null
}

export function StateField() {
  const { t } = useTranslation('commissions')
  const { set } = useAddress()
  return (
    <SelectField
      label={t('find.state')}
      value={useSoughtState() ?? ''}
      onChange={(event) => set({ tilstand: event.target.value.toLowerCase() })}
    >
      <option value="">{t('find.anyState')}</option>
      {statesInOrder.map((state) => (
        <option key={state} value={state}>
          {t(`states.${state}`)}
        </option>
      ))}
    </SelectField>
  )
}
