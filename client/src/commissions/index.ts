// The door of commissions: their addresses, and how a state is shown wherever one is named.
export { CommissionLine } from './commission-line.js'
export { commissionRoutes } from './routes.js'
export { StageRail } from './stage-rail.js'
export { StateField, useSoughtState } from './state-field.js'
export { StatePill, StateRing, StateWord } from './state-ring.js'
export { isBeingWritten, stateNumber, statesInOrder, writtenStates } from './states.js'
