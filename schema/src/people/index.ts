// The door of people: who somebody is, and since when.
export { type MandateKind, mandateKinds } from './mandate-kinds.js'
