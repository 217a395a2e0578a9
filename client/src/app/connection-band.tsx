// Over the page when the server cannot be heard; it lies above and pushes no text about.
import { CloudCheck, CloudOff } from 'lucide-react'
import { useTranslation } from '../i18n/index.js'
import { useKeptHere } from '../rooms/index.js'
import styles from './connection-band.module.css'
import { useConnection } from './connection.js'

export function ConnectionBand() {
  const { t } = useTranslation()
  const connection = useConnection()
  const keptHere = useKeptHere()
  const offline = keptHere === null ? t('offline') : keptHere ? t('offlineKept') : t('offlineUnkept')
  const Icon = connection === 'back' ? CloudCheck : CloudOff
  const text = { here: '', offline, waiting: t('waiting'), back: t('online') }[connection]
  return (
    <div role="status" className={styles.band} data-connection={connection}>
      {text && (
        <>
          <Icon size={20} aria-hidden />
          <span>{text}</span>
        </>
      )}
    </div>
  )
}
