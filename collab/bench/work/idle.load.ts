// The bench, idle: rooms with one person and a little text each, in which nothing happens.
import { Client } from '../clients/client.js'
import { comeIn, leave } from '../clients/crowd.js'
import { contentOf, paragraph } from '../clients/typing.js'
import type { Steps } from '../load.js'
import { roomName, type Target } from '../names.js'

let people: Client[] = []

const text = paragraph(0, 2048)

export const steps: Steps = {
  async fill({ target, from, rooms }: { target: Target; from: number; rooms: number }) {
    people = Array.from({ length: rooms }, (_, n) => new Client(target, roomName(from + n), n))
    await comeIn(people)
    for (const client of people) client.edit(client.speech.sync(2, text))
  },

  /** Somebody else looks in at some of the rooms: the text is there. */
  async check({ target, from, rooms }: { target: Target; from: number; rooms: number }) {
    for (let n = 0; n < rooms; n += Math.ceil(rooms / 10)) {
      const heard: Uint8Array[] = []
      const visitor = new Client(target, roomName(from + n), rooms + n)
      visitor.hears.update = (update) => heard.push(update)
      await comeIn([visitor])
      await leave([visitor])
      if (contentOf(heard) !== contentOf([text])) throw new Error(`room ${n} does not hold its text`)
    }
  },

  async leave() {
    await leave(people)
    people = []
  },
}
