// What is being written right now.
import { useQuery } from '@apollo/client/react'
import { PenLine } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../__generated__/index.js'
import { CommissionLine, writtenStates } from '../commissions/index.js'
import { useTranslation } from '../i18n/index.js'
import { Card, Empty, Loaded, paths, Rows } from '../ui/index.js'

const WritingNow = graphql(`
  query WritingNow($states: [CommissionState!]) {
    commissions(filter: { states: $states }, first: 12) {
      nodes {
        id
        draft {
          id
          updatedAt
        }
        ...CommissionLine
      }
    }
  }
`)

export function WritingCard() {
  const { t } = useTranslation('front')
  const { t: commissions } = useTranslation('commissions')
  const result = useQuery(WritingNow, { variables: { states: writtenStates } })
  return (
    <Card title={t('writing')} aside={<Link to={paths.commissions}>{t('allCommissions')}</Link>}>
      <Loaded of={result} what={commissions('what')}>
        {({ commissions: found }) => {
          const written = found.nodes
            .filter(({ draft }) => draft)
            .sort((a, b) => (b.draft?.updatedAt ?? '').localeCompare(a.draft?.updatedAt ?? ''))
          return written.length === 0 ? (
            <Empty icon={PenLine} title={t('writingNone')} />
          ) : (
            <Rows>
              {written.map((commission, index) => (
                <li key={commission.id}>
                  <CommissionLine commission={commission} act filled={index === 0} />
                </li>
              ))}
            </Rows>
          )
        }}
      </Loaded>
    </Card>
  )
}
