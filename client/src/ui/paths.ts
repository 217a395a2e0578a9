// Addresses within the client: one printer for each, so that a page may move without hunting for links.
export const paths = {
  front: '/',
  committees: '/udvalg',
  body: (slug: string) => `/udvalg/${slug}`,
  commissions: '/kommissorier',
  commission: (slug: string) => `/kommissorier/${slug}`,
  commissionText: (slug: string) => `/kommissorier/${slug}/tekst`,
  people: '/personer',
  signIn: '/log-ind',
  invitation: (token: string) => `/invitation/${token}`,
  was: '/was',
  privacy: '/privatliv',
  about: '/om',
  graphiql: '/graphiql',
} as const
