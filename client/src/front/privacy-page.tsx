// What is public, what those who write together see, and what is kept.
import { useTranslation } from '../i18n/index.js'
import { Card, Page } from '../ui/index.js'

export function PrivacyPage() {
  const { t } = useTranslation('people')
  return (
    <Page title={t('privacy.title')}>
      <Card title={t('privacy.publicTitle')}>
        <p>{t('privacy.public')}</p>
      </Card>
      <Card title={t('privacy.insideTitle')}>
        <p>{t('privacy.inside')}</p>
      </Card>
      <Card title={t('privacy.keptTitle')}>
        <p>{t('privacy.kept')}</p>
      </Card>
      <Card title={t('privacy.demoTitle')}>
        <p>{t('privacy.demo')}</p>
      </Card>
    </Page>
  )
}
