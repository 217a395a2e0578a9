// Drafts: the choice whether this device may keep words. Counts from the next time the text is opened.
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from '../i18n/index.js'
import { keepOnDevice, keepsOnDevice } from './on-device.js'
import styles from './on-device-choice.module.css'

export function OnDevice() {
  const { t } = useTranslation('drafts')
  const [keeps, setKeeps] = useState(keepsOnDevice)
  return (
    <Checkbox
      className={styles.choice!}
      isSelected={keeps}
      onChange={(keep) => {
        keepOnDevice(keep)
        setKeeps(keep)
      }}
    >
      <span className={styles.box} aria-hidden>
        <Check size={14} strokeWidth={3} />
      </span>
      {t('onDevice')}
    </Checkbox>
  )
}
