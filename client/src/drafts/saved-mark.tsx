// Drafts: whether one's words are on record. Never out of sight.
import { CircleAlert, CloudCheck, HardDrive, LoaderCircle, WifiOff } from 'lucide-react'
import { useFormats, useTranslation } from '../i18n/index.js'
import type { RoomStatus } from '../rooms/index.js'
import styles from './saved-mark.module.css'

const icons = { saved: CloudCheck, saving: LoaderCircle, offline: HardDrive, unsaved: CircleAlert, away: WifiOff } as const

export function SavedMark({ status }: { status: RoomStatus }) {
  const { t } = useTranslation('drafts')
  const formats = useFormats()
  const { kind, onDevice, at } = status.saved
  const look = kind === 'offline' && !onDevice ? 'away' : kind
  const Icon = icons[look]
  const words = {
    saved: at === null ? t('saved.saved') : t('saved.savedAt', { time: formats.time(new Date(at)) }),
    saving: t('saved.saving'),
    offline: t('saved.offline'),
    unsaved: t('saved.unsaved'),
    away: t('saved.offlineShort'),
  }[look]
  return (
    <span className={styles.mark} data-kind={look} data-testid="saved">
      <Icon size={17} aria-hidden />
      <span>{status.connection === 'connecting' && !status.synced ? t('saved.connecting') : words}</span>
      {/* Said only when it is bad news: "saving, saved" after every word would drown the text. */}
      <span role="status" className="visually-hidden">
        {look === 'saved' || look === 'saving' ? '' : words}
      </span>
    </span>
  )
}
