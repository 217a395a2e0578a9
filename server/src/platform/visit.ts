// Platform: one request of one viewer; the context of GraphQL. Nothing in it outlives the request or is shared by two persons.
import type { LocalDate } from '@faellesrum/schema/kernel'
import type { Language } from '@faellesrum/schema/kernel'
import type { Reader } from './reader.js'
import type { Town } from './town.js'
import type { Roles, Viewer } from './viewer.js'

export type Visit = Readonly<{
  town: Town
  viewer: Viewer | null
  /** The viewer was named by a token that the request brought itself, not by a cookie. */
  byToken: boolean
  roles: Roles
  /** The day it is in the municipality, and the moment in milliseconds; read once, so that one answer has one now. */
  today: LocalDate
  now: number
  language: Language
  /** Quoted in logs and in masked errors. */
  requestId: string
  /** Where the request came from; null where it came over no wire. */
  address: string | null
  read: Reader
}>
