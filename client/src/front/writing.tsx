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
          viewerAccess
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
          // The next thing to do is what the reader may write on, if there is any.
          const next = written.find(({ draft }) => draft?.viewerAccess === 'WRITE') ?? written[0]
          return written.length === 0 ? (
            <Empty icon={PenLine} title={t('writingNone')} />
          ) : (
            <Rows>
              {written.map((commission) => (
                <li key={commission.id}>
                  <CommissionLine commission={commission} act filled={commission === next} />
                </li>
              ))}
            </Rows>
          )
        }}
      </Loaded>
    </Card>
  )
}
