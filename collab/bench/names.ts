// The bench: which servers there are, what each speaks, and what may be asked of it.

export type Speaks = 'faellesrum' | 'y-websocket' | 'hocuspocus'

export type ServerFacts = Readonly<{
  speaks: Speaks
  /** Holds the text for whoever comes later; a relay holds nothing. */
  holds: boolean
  /** Has a store to come back from. */
  stores: boolean
}>

/** README.md says what each is. */
export const servers = {
  faellesrum: { speaks: 'faellesrum', holds: true, stores: true },
  'y-websocket-server': { speaks: 'y-websocket', holds: true, stores: false },
  'y-websocket-leveldb': { speaks: 'y-websocket', holds: true, stores: true },
  hocuspocus: { speaks: 'hocuspocus', holds: true, stores: true },
  'bare-relay': { speaks: 'y-websocket', holds: false, stores: false },
  'batching-relay': { speaks: 'y-websocket', holds: false, stores: false },
  'splicing-relay': { speaks: 'y-websocket', holds: false, stores: false },
} as const satisfies Record<string, ServerFacts>

export type ServerName = keyof typeof servers
export const serverNames = Object.keys(servers) as ServerName[]

const numbered = (kind: number, n: number): string =>
  `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** The same rooms for all servers; those of the first `roomCount` stand in the database. */
export const roomCount = 5000
export const roomName = (n: number): string => `draft/${numbered(1, n)}`
export const personId = (n: number): string => numbered(2, n)
export const mandateId = (n: number): string => numbered(3, n)

/** Where a load process finds the server, and with what it is let in. */
export type Target = Readonly<{ server: ServerName; url: string; passKey: object }>

/** What a server process is told when it is started. */
export type Ground = Readonly<{ port: number; databaseUrl: string; folder: string; passKeys: readonly object[] }>
