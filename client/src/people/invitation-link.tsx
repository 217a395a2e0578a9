// The link of an invitation, shown once: the server keeps only its hash.
import { useRef } from 'react'
import { useFormats, useTranslation } from '../i18n/index.js'
import { CopyButton, Notice, SheetFoot, TextField } from '../ui/index.js'

export function InvitationLink({ name, invitationUrl, expiresAt }: { name: string; invitationUrl: string; expiresAt: string }) {
  const { t } = useTranslation('people')
  const { moment } = useFormats()
  const field = useRef<HTMLDivElement>(null)
  return (
    <>
      <Notice tone="good" live>
        <p>{t('admin.link', { name })}</p>
        <p>{t('admin.expires', { when: moment(expiresAt) })}</p>
      </Notice>
      <div ref={field}>
        <TextField label={t('admin.copy')} readOnly value={invitationUrl} onFocus={(event) => event.target.select()} />
      </div>
      <SheetFoot>
        <CopyButton look="filled" text={invitationUrl} label={t('admin.copy')} copied={t('admin.copied')} source={field} />
      </SheetFoot>
    </>
  )
}
