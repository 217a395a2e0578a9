// The bench: the part of our schema that the questions ask, for the peer that begins with an SDL.
export const sdl = `
  scalar LocalDate
  enum BodyKind { COUNCIL FINANCE_COMMITTEE STANDING_COMMITTEE TASK_COMMITTEE WORKING_GROUP }
  enum BodyOrder { NAME FROM }
  enum MemberCountBy { GROUP DISTRICT }
  input BodyFilter { kinds: [BodyKind!] search: String }
  type PageInfo { hasNextPage: Boolean! }
  type ElectoralGroup { name: String! }
  type Person { name: String! group: ElectoralGroup }
  type Mandate { kind: String! from: LocalDate! person: Person }
  type MandateConnection { nodes: [Mandate!]! }
  type Commission { slug: String! name: String! state: String! question: String }
  type Body {
    slug: String! name: String! kind: String! purpose: String from: LocalDate
    chair: Person
    memberships(first: Int! = 50): MandateConnection!
    owned(first: Int! = 50): BodyConnection!
    commission: Commission
  }
  type BodyEdge { node: Body! }
  type BodyConnection { nodes: [Body!]! edges: [BodyEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type KeyCount { key: String! label: String! count: Int! }
  type Query {
    body(slug: String!): Body
    bodies(filter: BodyFilter, orderBy: BodyOrder, first: Int! = 50): BodyConnection!
    memberCounts(by: MemberCountBy!): [KeyCount!]!
  }
`
