// The addresses of the front: the first page, and what stands in the foot of every page.
import type { RouteObject } from 'react-router'

export const frontRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./front-page.js')).FrontPage }) },
  { path: 'was', lazy: async () => ({ Component: (await import('./accessibility-page.js')).AccessibilityPage }) },
  { path: 'privatliv', lazy: async () => ({ Component: (await import('./privacy-page.js')).PrivacyPage }) },
  { path: 'om', lazy: async () => ({ Component: (await import('./about-page.js')).AboutPage }) },
]
