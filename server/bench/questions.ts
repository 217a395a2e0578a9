// The bench: the five questions, and how each answer is compared between the servers.

export type Question = Readonly<{ name: string; about: string; query: string }>

/** Ids and cursors are each server's own; everything else must be the same. */
export const questions: readonly Question[] = [
  {
    name: 'Q1',
    about: 'one body',
    query: 'query Q1 { body(slug: "opgaveudvalg-17") { slug name kind purpose from } }',
  },
  {
    name: 'Q2',
    about: 'a page of bodies with chair and members',
    query: `query Q2 { bodies(filter: { kinds: [TASK_COMMITTEE] }, first: 20) { nodes {
      slug name kind from chair { name }
      memberships(first: 20) { nodes { kind from person { name group { name } } } }
    } } }`,
  },
  {
    name: 'Q3',
    about: 'council, standing committees, task committees, commissions',
    query: `query Q3 { body(slug: "kommunalbestyrelsen") { name owned(first: 10) { nodes { name owned(first: 40) { nodes {
      slug name commission { slug name state question }
    } } } } } }`,
  },
  {
    name: 'Q4',
    about: 'members counted by group and by district',
    query: `query Q4 {
      groups: memberCounts(by: GROUP) { label count }
      districts: memberCounts(by: DISTRICT) { label count }
    }`,
  },
  {
    name: 'Q5',
    about: 'a filtered list with total and cursors',
    query: `query Q5 { bodies(filter: { kinds: [TASK_COMMITTEE], search: "opgaveudvalg 1" }, orderBy: NAME, first: 25) {
      totalCount pageInfo { hasNextPage } edges { node { slug name from } }
    } }`,
  },
]
