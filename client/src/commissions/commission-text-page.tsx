// The page of a commission's text: as much room for it as there is.
import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '../__generated__/index.js'
import type { CommissionTextPageQuery } from '../__generated__/graphql.js'
import { CommissionText } from '../drafts/index.js'
import { useTranslation } from '../i18n/index.js'
import { Found, paths, usePageTitle } from '../ui/index.js'

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
  const slug = useParams().slug!
  const result = useQuery(CommissionTextPageDocument, { variables: { slug } })
  return (
    <Found of={result} pick={({ commission }) => commission} title={t('text')} what={t('whatOne')} all={{ to: paths.commissions, text: t('title') }}>
      {(commission) => <Text key={commission.id} commission={commission} />}
    </Found>
  )
}

function Text({ commission }: { commission: NonNullable<CommissionTextPageQuery['commission']> }) {
  const { t } = useTranslation('commissions')
  usePageTitle(t('textOf', { name: commission.name }))
  return <CommissionText commission={commission} />
}
