// The door of committees.
export { committeeRoutes } from './routes.js'
