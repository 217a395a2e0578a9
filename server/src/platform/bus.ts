// Platform: what happened, told to whoever listens. NOTIFY is part of the act's transaction, so nothing is told that
// was rolled back; it only wakes, what it is about is read anew with the listener's own rights.
import type { Logger } from 'pino'
import type { Client } from 'pg'

/** What a subscriber may wait for. Ids only: NOTIFY carries at most 8,000 bytes. */
export type TownEvent = Readonly<{ kind: 'commission' | 'body' | 'session-ended'; id: string }>

export const eventChannel = 'faellesrum_event'

export type Hear = (id: string | null) => void

export type Bus = Readonly<{
  /**
   * Calls back for every event of this kind until the returned function is called; with null when events may have been
   * missed, so that whoever listens looks for itself.
   */
  listen(kind: TownEvent['kind'], hear: Hear): () => void
  close(): Promise<void>
}>

/** One connection listens for the whole process and comes back by itself. */
export function startBus(connect: () => Promise<Client>, log: Logger): Bus & { ready: Promise<void> } {
  const hearers = new Map<TownEvent['kind'], Set<Hear>>()
  let client: Client | null = null
  let closed = false
  let again: NodeJS.Timeout | undefined

  const open = async (): Promise<void> => {
    const fresh = await connect()
    fresh.on('notification', ({ payload }) => {
      const event = JSON.parse(payload ?? '{}') as TownEvent
      for (const hear of hearers.get(event.kind) ?? []) hear(event.id)
    })
    fresh.on('error', (error) => log.warn({ err: error }, 'the bus lost its connection'))
    fresh.on('end', () => {
      client = null
      if (!closed) again = setTimeout(reopen, 500)
    })
    client = fresh
    await fresh.query(`listen ${eventChannel}`)
  }
  const reopen = (): void => {
    if (closed) return
    open().then(
      () => hearers.forEach((all) => all.forEach((hear) => hear(null))),
      () => (again = setTimeout(reopen, 500)),
    )
  }
  return {
    ready: open(),
    listen(kind, hear) {
      const set = hearers.get(kind) ?? new Set()
      hearers.set(kind, set.add(hear))
      return () => void set.delete(hear)
    },
    async close() {
      closed = true
      clearTimeout(again)
      await client?.end()
    },
  }
}
