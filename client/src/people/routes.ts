// The addresses of people. Each page is fetched when somebody goes there.
import type { RouteObject } from 'react-router'

export const peopleRoutes: RouteObject[] = [
  { path: 'log-ind', lazy: async () => ({ Component: (await import('./sign-in-page.js')).SignInPage }) },
  { path: 'invitation/:token', lazy: async () => ({ Component: (await import('./invitation-page.js')).InvitationPage }) },
  { path: 'personer', lazy: async () => ({ Component: (await import('./people-page.js')).PeoplePage }) },
]
