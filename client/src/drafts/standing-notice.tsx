// Drafts: why one cannot write, and what one can do about it. The server's own sentence first, where it gave one.
import { useNavigate, useLocation } from 'react-router'
import { useFormats, useTranslation } from '../i18n/index.js'
import type { RoomStatus } from '../rooms/index.js'
import { Button, Notice, paths } from '../ui/index.js'

type Props = {
  status: RoomStatus | null
  signedIn: boolean
  /** Nobody writes in it any more. */
  adopted: boolean
  sentence: string | null
  /** Whom to ask for the right to write, where it is a question of rights. */
  ask: readonly string[]
  tryAgain: () => void
}

export function StandingNotice({ status, signedIn, adopted, sentence, ask, tryAgain }: Props) {
  const { t } = useTranslation('drafts')
  const formats = useFormats()
  const { t: app } = useTranslation()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const signIn = (label: string) => (
    <Button look="filled" size="small" onPress={() => void navigate(paths.signIn, { state: { from: pathname } })}>
      {label}
    </Button>
  )
  const stopped = status?.stopped ?? null
  if (stopped !== null) {
    const { reason, refusal } = stopped
    const act =
      reason === 'notSignedIn' ? (
        signIn(t('signInAgain'))
      ) : reason === 'otherShape' || reason === 'malformed' ? (
        <Button look="filled" size="small" onPress={() => location.reload()}>
          {t('reload')}
        </Button>
      ) : reason === 'unknownRoom' || reason === 'rightEnded' ? null : (
        <Button look="filled" size="small" onPress={tryAgain}>
          {t('again')}
        </Button>
      )
    return (
      <Notice tone={reason === 'rightEnded' ? 'lock' : 'warn'} live>
        <p>{`${refusal?.message ?? t(`stopped.${reason}`)}${reason === 'notSignedIn' && status!.saved.onDevice ? ` ${t('keptHere')}` : ''}`}</p>
        {act}
      </Notice>
    )
  }
  // Not known yet: nothing is said rather than something that is taken back a moment later.
  if (status !== null && status.access === null) return null
  const standing = status?.standing ?? null
  if (status?.access === 'write') {
    if (standing?.reason !== 'service-behind') return null
    return <Notice tone="warn" live>{t('access.behind')}</Notice>
  }
  if (standing !== null && (standing.state !== 'open' || standing.reason === 'right-changed')) {
    return <Notice tone="lock" live>{t(`access.${standing.state === 'open' ? 'changed' : standing.state}`)}</Notice>
  }
  if (adopted) return <Notice tone="lock">{t('access.sealed')}</Notice>
  if (!signedIn) {
    return (
      <Notice tone="lock">
        <p>{sentence ?? t('access.signIn')}</p>
        {signIn(app('signIn'))}
      </Notice>
    )
  }
  if (ask.length > 0) return <Notice tone="lock">{`${t('access.read')} ${t('access.ask', { names: formats.either(ask) })}`}</Notice>
  return <Notice tone="lock">{sentence ?? t('access.read')}</Notice>
}
