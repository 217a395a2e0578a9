// The addresses of committees.
import type { RouteObject } from 'react-router'

export const committeeRoutes: RouteObject[] = [
  { path: 'udvalg', lazy: async () => ({ Component: (await import('./committees-page.js')).CommitteesPage }) },
  { path: 'udvalg/:slug', lazy: async () => ({ Component: (await import('./body-page.js')).BodyPage }) },
]
