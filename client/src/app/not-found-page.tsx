// An address that leads nowhere.
import { Compass } from 'lucide-react'
import { useTranslation } from '../i18n/index.js'
import { Card, Empty, LinkButton, Page, paths } from '../ui/index.js'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound.title')}>
      <Card>
        <Empty
          icon={Compass}
          title={t('notFound.hint')}
          action={
            <LinkButton look="filled" to={paths.front}>
              {t('notFound.action')}
            </LinkButton>
          }
        />
      </Card>
    </Page>
  )
}
