// The door of the front.
export { frontRoutes } from './routes.js'
