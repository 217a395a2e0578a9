// The addresses of commissions. The text's page is as wide as it can be: the rail gives way to its icons.
import type { RouteObject } from 'react-router'

export const commissionRoutes: RouteObject[] = [
  { path: 'kommissorier', lazy: async () => ({ Component: (await import('./commissions-page.js')).CommissionsPage }) },
  { path: 'kommissorier/:slug', lazy: async () => ({ Component: (await import('./commission-page.js')).CommissionPage }) },
  {
    path: 'kommissorier/:slug/tekst',
    handle: { layout: 'wide' },
    lazy: async () => ({ Component: (await import('./commission-text-page.js')).CommissionTextPage }),
  },
]
