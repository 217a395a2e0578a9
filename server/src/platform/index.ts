// The door of platform: what slices build on.
export { Access } from './access.js'
export { act, type Act, type ActInput, askAct, type Moment, runAct, type Written, type Writing } from './act.js'
export { hashOf, type Json } from './audit.js'
export { type TownEvent } from './bus.js'
export { changesOf } from './changes.js'
export { type Config, type OidcConfig } from './config.js'
export { graphqlEnum } from './enums.js'
export { badInput, requestError } from './errors.js'
export { limits } from './limits.js'
export { globalId, localId, localIdOrNull, parseGlobalId } from './global-id.js'
export { either, everyone, holders, type Policy, rowsWhere, signedIn } from './policy.js'
export { type Rate, rate } from './rate.js'
export { type Connection, type Wanted } from './reader.js'
export { type Page } from './statements.js'
export {
  type Args,
  byReading,
  carried,
  carriedAll,
  carriedKey,
  column,
  type Computed,
  computed,
  connection,
  type Expression,
  type Extension,
  extension,
  idColumn,
  many,
  one,
  type Ordering,
  type Reading,
  reading,
  type Row,
  values,
} from './reading.js'
export { answer, Refusal, refusalValue, resultOrRefusal, ViewerCannot, whatViewerCan } from './refusal.type.js'
export { connectionOf, Node, Page20, Page50, PageInfo } from './relay.types.js'
export { DateTime, JSONScalar, LocalDate, printMoment, RoomName } from './scalars.js'
export { beginSession, endSession, findViewer, tokenHash, tokenOf } from './session.js'
export {
  type Awaiting,
  type EndedMandate,
  type RoomGuard,
  type RoomRight,
  type Slice,
  type WantedMandate,
} from './slice.js'
export { allOf, anyOf, empty, joined, raw, Sql, sql, statement } from './sql.js'
export { type Town } from './town.js'
export { type Actor, asActor, type Held, heldMandate, holds, nobody, type Viewer } from './viewer.js'
export { type Visit } from './visit.js'
