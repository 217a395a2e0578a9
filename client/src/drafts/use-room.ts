// Drafts: the room of a text for as long as a page shows it.
import { useApolloClient } from '@apollo/client/react'
import { draftRoot } from '@faellesrum/schema/drafts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { browserClock, browserCopies, RoomProvider, type RoomStatus, tellKeptHere } from '../rooms/index.js'
import { passesFor } from './enter-room.js'
import { keepsOnDevice } from './on-device.js'

export type Room = Readonly<{ provider: RoomProvider; status: RoomStatus }>

type Entry = Readonly<{
  room: string
  /** A mandate's id, or null for the one that gives most. */
  as: string | null
  /** Local copies are this account's alone. */
  account: string
}>

/** Null without an entry, and for the moment before the room is asked for; another entry is another room. */
export function useRoom(entry: Entry | null): Room | null {
  const client = useApolloClient()
  const [provider, setProvider] = useState<RoomProvider | null>(null)
  const { room = null, as = null, account = null } = entry ?? {}
  useEffect(() => {
    if (room === null || account === null) return
    const entered = new RoomProvider({
      fetchPass: passesFor(client, room, as),
      openSocket: (url, protocols) => new WebSocket(url, protocols),
      clock: browserClock,
      random: Math.random,
      copies: keepsOnDevice() ? browserCopies(account, room) : null,
      root: draftRoot,
      beforeRemote: readCaret,
      report: (error) => reportError(error),
    })
    const online = () => entered.networkChanged(true)
    const offline = () => entered.networkChanged(false)
    addEventListener('online', online)
    addEventListener('offline', offline)
    // Entering a room is what this effect is for; there is nothing to show before it.
    // oxlint-disable-next-line react/set-state-in-effect
    setProvider(entered)
    return () => {
      removeEventListener('online', online)
      removeEventListener('offline', offline)
      setProvider(null)
      entered.destroy()
    }
  }, [client, room, as, account])
  const status = useSyncExternalStore(provider?.subscribe ?? nothingToHear, () => provider?.getStatus() ?? null)
  const keptHere = status?.access === 'write' ? status.saved.onDevice : null
  useEffect(() => {
    tellKeptHere(keptHere)
    return () => tellKeptHere(null)
  }, [keptHere])
  return provider !== null && status !== null ? { provider, status } : null
}

/**
 * A click moves the caret at once, but the browser says so a task later. Words of others that arrive in between would
 * put the caret back to where it was (measured: two clicks of sixty while somebody else types). The editor listens to
 * this event and reads the caret when it hears it.
 */
const readCaret = () => void document.dispatchEvent(new Event('selectionchange'))

const nothingToHear = () => () => undefined
