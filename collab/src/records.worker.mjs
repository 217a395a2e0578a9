// Collab, worker: reads texts and replays logs for the server, away from the sockets of whatever else is in the process.
import { readDraft } from '@faellesrum/schema/drafts'
import { answering } from './answering.mjs'
import { fold } from './fold.mjs'
import { Replays } from './replays.mjs'

const replays = new Replays()

answering((question) => {
  switch (question.kind) {
    case 'read': {
      const { update } = fold(question.base, question.updates)
      return { update, json: readDraft(update).json }
    }
    case 'hold':
      return replays.hold(question.room, question.epoch)
    case 'feed':
      return replays.feed(question.room, withUpdates(question.rows, question.updates))
    case 'runs':
      return replays.runs(question.room)
    case 'let-go':
      return replays.letGo(question.room)
  }
  throw new TypeError(`no such question: ${question.kind}`)
})

/** Each row says how many of the updates are its own. */
function withUpdates(rows, updates) {
  let at = 0
  return rows.map(({ count, ...row }) => ({ ...row, updates: updates.slice(at, (at += count)) }))
}
