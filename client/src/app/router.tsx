// The table of contents of the client: every page, each fetched when somebody goes there.
import { createBrowserRouter } from 'react-router'
import { commissionRoutes } from '../commissions/index.js'
import { committeeRoutes } from '../committees/index.js'
import { frontRoutes } from '../front/index.js'
import { peopleRoutes } from '../people/index.js'
import { Crashed } from './crashed.js'
import { NotFoundPage } from './not-found-page.js'
import { Shell } from './shell.js'

export const makeRouter = () =>
  createBrowserRouter([
    {
      Component: Shell,
      ErrorBoundary: Crashed,
      // The first page's code is on its way: the empty frame is better than a flash of something else.
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: Crashed,
          children: [
            ...frontRoutes,
            ...committeeRoutes,
            ...commissionRoutes,
            ...peopleRoutes,
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ])
