// The link of an invitation, shown once: the server keeps only its hash.
import { useState } from 'react'
import { useFormats, useTranslation } from '../i18n/index.js'
import { Button, Notice, SheetFoot, TextField } from '../ui/index.js'

export function InvitationLink({ name, invitationUrl, expiresAt }: { name: string; invitationUrl: string; expiresAt: string }) {
  const { t } = useTranslation('people')
  const { moment } = useFormats()
  const [copied, setCopied] = useState(false)
  return (
    <>
      <Notice tone="good" live>
        <p>{t('admin.link', { name })}</p>
        <p>{t('admin.expires', { when: moment(expiresAt) })}</p>
      </Notice>
      <TextField label={t('admin.copy')} readOnly value={invitationUrl} onFocus={(event) => event.target.select()} />
      <SheetFoot>
        <Button look="filled" onPress={() => void navigator.clipboard.writeText(invitationUrl).then(() => setCopied(true))}>
          {t('admin.copy')}
        </Button>
        <span role="status">{copied ? t('admin.copied') : ''}</span>
      </SheetFoot>
    </>
  )
}
