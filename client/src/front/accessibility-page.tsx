// The accessibility statement: short, and only what is true.
import { useTranslation } from '../i18n/index.js'
import { Card, Page } from '../ui/index.js'

export function AccessibilityPage() {
  const { t } = useTranslation('people')
  return (
    <Page title={t('was.title')} lead={t('was.status')}>
      <Card title={t('was.checkedTitle')}>
        <p>{t('was.checked')}</p>
      </Card>
      <Card title={t('was.toolTitle')}>
        <p>{t('was.tool')}</p>
      </Card>
      <Card title={t('was.notTitle')}>
        <p>{t('was.not')}</p>
      </Card>
      <Card title={t('was.tellTitle')}>
        <p>{t('was.tell')}</p>
      </Card>
    </Page>
  )
}
