// The link of an invitation, shown once: the server keeps only its hash.
import { useState } from 'react'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Button, Notice, SheetFoot, TextField } from '../ui/index.js'

export function InvitationLink({ name, invitationUrl, expiresAt }: { name: string; invitationUrl: string; expiresAt: string }) {
  const { t } = useTranslation('commissions')
  const { moment } = useFormats()
  const [copied, setCopied] = useState(false)
  return (
    <>
      <Notice tone="good" live>
        <p>{t('invite.link', { name })}</p>
        <p>{t('invite.expires', { when: moment(expiresAt) })}</p>
      </Notice>
      <TextField label={t('invite.copy')} readOnly value={invitationUrl} onFocus={(event) => event.target.select()} />
      <SheetFoot>
        <Button look="filled" onPress={() => void navigator.clipboard.writeText(invitationUrl).then(() => setCopied(true))}>
          {t('invite.copy')}
        </Button>
        <span role="status">{copied ? t('invite.copied') : ''}</span>
      </SheetFoot>
    </>
  )
}
