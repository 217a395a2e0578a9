// Drafts: what one transaction did to the items of a document, seen from inside it. There items are cut where they were
// deleted and not yet joined again: what is new, what was removed now and what lay dead before are different items.
import * as Y from 'yjs'

export const isNew = (transaction: Y.Transaction, { id }: Y.Item): boolean =>
  id.clock >= (transaction.beforeState.get(id.client) ?? 0)

/** The text items that came with this transaction, by client, in the order in which they were made. */
export function* newText(transaction: Y.Transaction): Iterable<Y.Item> {
  for (const [client, structs] of transaction.doc.store.clients) {
    const from = transaction.beforeState.get(client) ?? 0
    const last = structs[structs.length - 1]
    if (last === undefined || last.id.clock + last.length <= from) continue
    for (let at = from === 0 ? 0 : Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at]
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.id.clock >= from) yield struct
    }
  }
}

/** Text items from exactly this id on that hold `len` units and were all dead before this transaction, or null. */
export function deadText(transaction: Y.Transaction, id: Y.ID, len: number): Y.Item[] | null {
  const structs = transaction.doc.store.clients.get(id.client) ?? []
  const found: Y.Item[] = []
  let at = id.clock
  for (let index = Y.findIndexSS(structs, id.clock); at < id.clock + len; index++) {
    const item = structs[index]
    if (!(item instanceof Y.Item) || !item.deleted || !(item.content instanceof Y.ContentString)) return null
    if (isNew(transaction, item) || (found.length === 0 && item.id.clock !== id.clock)) return null
    found.push(item)
    at = item.id.clock + item.length
  }
  return found
}

/** The items of one client in a range, cut at its ends. */
export function* itemsIn(transaction: Y.Transaction, client: number, clock: number, len: number): Iterable<Y.Item> {
  const structs = transaction.doc.store.clients.get(client)
  if (structs === undefined) return
  const end = Math.min(clock + len, Y.getState(transaction.doc.store, client))
  let at = clock
  while (at < end) {
    const whole = structs[Y.findIndexSS(structs, at)]!
    const stop = whole.id.clock + whole.length
    if (whole instanceof Y.Item) {
      const item = whole.id.clock < at ? Y.getItemCleanStart(transaction, Y.createID(client, at)) : whole
      if (stop > end) Y.getItemCleanEnd(transaction, transaction.doc.store, Y.createID(client, end - 1))
      yield item
    }
    at = stop
  }
}
