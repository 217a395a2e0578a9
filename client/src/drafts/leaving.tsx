// Drafts: before one goes with words that nobody holds. Nothing typed is thrown away unseen.
import { type ReactNode, useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { useTranslation } from '../i18n/index.js'
import type { RoomStatus } from '../rooms/index.js'
import { Button, OpenSheet, SheetFoot } from '../ui/index.js'

type Leaving = Readonly<{
  /** Does what would end the room, at once or after a question. */
  ask: (go: () => void) => void
  question: ReactNode
}>

/** Words that would go with the page: held neither by the server nor by this device, or shown and not yet put away. */
const losesWords = ({ saved, lostWords }: RoomStatus): boolean =>
  lostWords.length > 0 || (saved.kind === 'unsaved' && !saved.onDevice)

/** A browser that closes may not get to send what is on its way. */
const mayLoseWords = (status: RoomStatus): boolean =>
  losesWords(status) || (status.saved.kind === 'saving' && !status.saved.onDevice)

export function useLeaving(status: RoomStatus | null): Leaving {
  const { t } = useTranslation('drafts')
  const loses = status !== null && losesWords(status)
  const mayLose = status !== null && mayLoseWords(status)
  const [wish, setWish] = useState<{ go: () => void } | null>(null)
  const blocker = useBlocker(({ currentLocation, nextLocation }) => loses && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (!mayLose) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [mayLose])

  const stay = () => {
    setWish(null)
    if (blocker.state === 'blocked') blocker.reset()
  }
  const go = () => {
    setWish(null)
    wish?.go()
    if (blocker.state === 'blocked') blocker.proceed()
  }
  const asks = wish !== null || blocker.state === 'blocked'
  return {
    ask: (then) => (loses ? setWish({ go: then }) : then()),
    question: asks && (
      <OpenSheet title={t('leaving.title')} close={stay}>
        <p>{t('leaving.hint')}</p>
        <SheetFoot>
          <Button look="filled" onPress={stay}>
            {t('leaving.stay')}
          </Button>
          <Button look="danger" onPress={go}>
            {t('leaving.go')}
          </Button>
        </SheetFoot>
      </OpenSheet>
    ),
  }
}
