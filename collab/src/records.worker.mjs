// Collab, worker: reads texts and replays logs for the server, away from the sockets of whatever else is in the process.
import { readDraft, writeTarget } from '@faellesrum/schema/drafts'
import * as Y from 'yjs'
import { answering } from './answering.mjs'
import { fold } from './fold.mjs'
import { Replays } from './replays.mjs'

const replays = new Replays()

answering((question) => {
  switch (question.kind) {
    case 'read': {
      const { update } = fold(question.base, question.updates, true)
      return { update, json: readDraft(update).json }
    }
    case 'fold':
      return fold(null, question.updates)
    case 'write': {
      const folded = fold(question.base, question.updates, true)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, folded.update)
      return { folded, written: writeTarget(doc, question.wanted, question.client, question.whose) }
    }
    case 'hold':
      return replays.hold(question.room, question.epoch)
    case 'feed':
      return replays.feed(question.room, withUpdates(question.rows, question.updates))
    case 'runs':
      return replays.runs(question.room)
    case 'removed':
      return replays.removed(question.room)
    case 'let-go':
      return replays.letGo(question.room, question.isForgotten)
  }
  throw new TypeError(`no such question: ${question.kind}`)
})

/** Each row says how many of the updates are its own. */
function withUpdates(rows, updates) {
  let at = 0
  return rows.map(({ count, ...row }) => ({ ...row, updates: updates.slice(at, (at += count)) }))
}
