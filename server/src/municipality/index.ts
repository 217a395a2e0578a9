// The door of municipality: what its own presentation says.
import { everyone, type Slice } from '../platform/index.js'
import { municipalityReadings } from './municipality.readings.js'
import { MunicipalityResolver } from './municipality.resolver.js'

export const municipality: Slice = {
  name: 'municipality',
  resolvers: [MunicipalityResolver],
  readings: municipalityReadings,
  policies: { 'Query.municipality': everyone },
}
