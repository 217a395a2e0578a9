// Rooms: unsent words on this device. The name holds account, room and epoch: on a library's computer the next person
// must never send the words of the one before as their own.
import { IndexeddbPersistence } from 'y-indexeddb'
import type { LocalCopies } from './ports.js'

const storageKey = (account: string, room: string): string => `faellesrum:epoch:${account}:${room}`
const databaseName = (account: string, room: string, epoch: number): string => `faellesrum:${account}:${room}:${epoch}`

/** Null where the browser keeps nothing (a private window, storage turned off): typing goes on, in memory only. */
export function browserCopies(account: string, room: string): LocalCopies | null {
  let storage: Storage
  try {
    storage = window.localStorage
    if (window.indexedDB === undefined || window.indexedDB === null) return null
  } catch {
    return null
  }
  const key = storageKey(account, room)
  return {
    lastEpoch() {
      const text = storage.getItem(key)
      return text === null ? null : Number(text)
    },
    open(epoch, doc) {
      storage.setItem(key, String(epoch))
      const copy = new IndexeddbPersistence(databaseName(account, room, epoch), doc)
      // A copy that cannot be read is as good as none, and must not hold up the text.
      const loaded = copy.whenSynced.then(
        () => undefined,
        () => undefined,
      )
      return { loaded, close: () => void copy.destroy() }
    },
    forget() {
      const epoch = storage.getItem(key)
      storage.removeItem(key)
      if (epoch !== null) window.indexedDB.deleteDatabase(databaseName(account, room, Number(epoch)))
    },
  }
}
