// The states as the screen needs them, from the one list of the rules.
import { commissionStates, numberOf } from '@faellesrum/schema/commissions'
import type { CommissionState } from '../__generated__/graphql.js'

export type { CommissionState }

const upper = (state: string) => state.toUpperCase().replaceAll('-', '_') as CommissionState

/** In the order of the rail. */
export const statesInOrder: readonly CommissionState[] = commissionStates.map(upper)

const numbers = new Map(commissionStates.map((state) => [upper(state), numberOf(state)]))

/** 1 to 10, and 11 for dissolved. */
export const stateNumber = (state: CommissionState): number => numbers.get(state) ?? 0

/** Before the council has adopted it, the text is a draft that is being written. */
export const isBeingWritten = (state: CommissionState): boolean => stateNumber(state) <= 3

export const writtenStates: CommissionState[] = statesInOrder.filter(isBeingWritten)
