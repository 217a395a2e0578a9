// Who reads the page: asked once, answered from the cache everywhere else.
import { useQuery } from '@apollo/client/react'
import { graphql } from '../__generated__/index.js'
import type { MandateKind, OfficeKind, ViewerIdentityQuery } from '../__generated__/graphql.js'
import { today } from './today.js'

const ViewerIdentity = graphql(`
  query ViewerIdentity {
    viewer {
      person {
        id
        slug
        name
      }
      mandates {
        id
        kind
        offices {
          kind
          from
          to
        }
        body {
          id
          slug
        }
      }
    }
  }
`)

export type Viewer = NonNullable<ViewerIdentityQuery['viewer']>

/** Undefined while it is not known, null where nobody is signed in. */
export function useViewer(): Viewer | null | undefined {
  const { data, error } = useQuery(ViewerIdentity)
  if (data) return data.viewer ?? null
  return error ? null : undefined
}

/** The order on screen, the one that gives most first. */
const order: readonly MandateKind[] = [
  'COUNCIL_MEMBER',
  'ADMINISTRATION',
  'CITIZEN_MEMBER',
  'INVITED',
  'EXPERT',
  'FACILITATOR',
  'GUEST',
  'RESIDENT',
]

/** What somebody is, in one word: beside their name. Whoever is signed in is a resident at least. */
export const mainMandate = (mandates: readonly { kind: MandateKind }[]): MandateKind =>
  order.find((kind) => mandates.some((mandate) => mandate.kind === kind)) ?? 'RESIDENT'

/** Those held today, of all that somebody has had. */
export const currentOffices = (offices: readonly { kind: OfficeKind; from: string; to?: string | null }[]): OfficeKind[] => {
  const day = today()
  return offices.filter(({ from, to }) => from <= day && (to === null || to === undefined || day <= to)).map(({ kind }) => kind)
}

export const isAdministration = (viewer: Viewer | null | undefined): boolean =>
  viewer?.mandates.some(({ kind }) => kind === 'ADMINISTRATION') ?? false
