// Drafts: who wrote what, as the server has worked it out; asked for while somebody looks, and again when words came in.
import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { graphql } from '../__generated__/index.js'
import type { DraftAuthorshipQuery } from '../__generated__/graphql.js'

const DraftAuthorship = graphql(`
  query DraftAuthorship($id: ID!) {
    node(id: $id) {
      __typename
      ... on Draft {
        id
        authorship {
          seq
          rule
          people
          characters
          runs {
            block
            from
            to
            author {
              label
              mandateKind
            }
            copiedBy {
              label
              mandateKind
            }
          }
          shares {
            label
            mandateKind
            characters
            share
          }
        }
      }
    }
  }
`)

type DraftNode = Extract<DraftAuthorshipQuery['node'], { __typename: 'Draft' }>
export type ShownAuthorship = NonNullable<DraftNode['authorship']>

/** After the last change so long; while people write without a pause, not more seldom than the second. */
const pause = 1_500
const longest = 6_000

/** Null while it is not shown or not known. `doc` null: the text is not live, and nothing changes under the reader. */
export function useAuthorship(id: string, shown: boolean, doc: Y.Doc | null): { authorship: ShownAuthorship | null; error: unknown } {
  const { data, error, refetch } = useQuery(DraftAuthorship, { variables: { id }, skip: !shown, fetchPolicy: 'no-cache' })
  useEffect(() => {
    if (!shown || doc === null) return
    let timer: ReturnType<typeof setTimeout> | null = null
    let since: number | null = null
    const changed = () => {
      const now = performance.now()
      since ??= now
      if (timer !== null) clearTimeout(timer)
      const wait = Math.max(0, Math.min(pause, since + longest - now))
      timer = setTimeout(() => {
        since = null
        // What failed is asked for again after the next change.
        void refetch().catch(() => undefined)
      }, wait)
    }
    doc.on('update', changed)
    return () => {
      doc.off('update', changed)
      if (timer !== null) clearTimeout(timer)
    }
  }, [shown, doc, refetch])
  const node = data?.node
  const authorship = shown && node?.__typename === 'Draft' ? (node.authorship ?? null) : null
  return { authorship, error }
}
