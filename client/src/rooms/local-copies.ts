// Rooms: unsent words on this device. The name holds account, room and epoch: on a library's computer the next person
// must never send the words of the one before as their own.
import { DeviceCopy } from './device-copy.js'
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
    open(epoch, doc, changed) {
      try {
        storage.setItem(key, String(epoch))
      } catch {
        // Full: the copy may have room all the same, and is found again as long as the epoch is the same.
      }
      return new DeviceCopy(databaseName(account, room, epoch), doc, changed)
    },
    forget(epoch) {
      if (storage.getItem(key) === String(epoch)) storage.removeItem(key)
      window.indexedDB.deleteDatabase(databaseName(account, room, epoch))
    },
  }
}
