// The door of the seed.
export { seedTown } from './seed-town.js'
