// The door of auth: signing in and out. Which way, the configuration says; the other way's addresses do not exist.
import type { Config, Slice } from '../platform/index.js'
import { demoRoutes, oidcRoutes, signOutRoute } from './routes.js'

export const auth = (config: Config['auth']): Slice => ({
  name: 'auth',
  routes(app, town) {
    signOutRoute(app, town)
    if (config.kind === 'demo') demoRoutes(app, town)
    else oidcRoutes(app, town, config.oidc)
  },
})
export { sessionCookie } from './cookies.js'
