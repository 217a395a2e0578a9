// The page of a commission's text: as much room for it as there is.
import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '../__generated__/index.js'
import { CommissionText } from '../drafts/index.js'
import { useTranslation } from '../i18n/index.js'
import { Loaded, Page, paths, usePageTitle } from '../ui/index.js'

const CommissionTextPageDocument = graphql(`
  query CommissionTextPage($slug: String!) {
    commission(slug: $slug) {
      id
      name
      ...CommissionText
    }
  }
`)

export function CommissionTextPage() {
  const { t } = useTranslation('commissions')
  const { t: app } = useTranslation()
  const slug = useParams().slug!
  const result = useQuery(CommissionTextPageDocument, { variables: { slug } })
  const commission = result.data?.commission
  usePageTitle(commission ? t('textOf', { name: commission.name }) : t('text'))
  if (commission) return <CommissionText key={commission.id} commission={commission} />
  return (
    <Page title={result.data ? app('notFound.title') : t('text')} crumbs={[{ to: paths.commissions, text: t('title') }]}>
      {!result.data && (
        <Loaded of={result} what={t('whatOne')}>
          {() => null}
        </Loaded>
      )}
    </Page>
  )
}
