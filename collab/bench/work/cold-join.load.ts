// The bench, joining: how long somebody waits for a long text, alone and among two hundred.
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { Client } from '../clients/client.js'
import { comeIn, leave } from '../clients/crowd.js'
import { Replaying } from '../clients/replaying.js'
import type { Steps } from '../load.js'
import { roomName, type Target } from '../names.js'
import { readTraceFile } from '../trace-file.js'

let content = ''
let holder: Client | null = null
const rightOnes = new Set<string>()

/** Everybody must have the text; the same bytes are looked at once. */
function check(heard: readonly Uint8Array[]): void {
  const hash = createHash('sha256')
  for (const update of heard) hash.update(update)
  const seen = hash.digest('hex')
  if (rightOnes.has(seen)) return
  const doc = new Y.Doc()
  for (const update of heard) Y.applyUpdate(doc, update)
  if (doc.getXmlFragment('default').toString() !== content) throw new Error('somebody came in and got another text')
  rightOnes.add(seen)
}

export const steps: Steps = {
  async fill({ target, trace }: { target: Target; trace: string }) {
    const read = readTraceFile(trace)
    content = read.content
    const replaying = new Replaying(target, read)
    await replaying.come()
    await replaying.write()
    await leave([replaying.writer, replaying.reader])
  },

  /** Somebody who stays, so that the room is loaded for those who come next. */
  async hold({ target }: { target: Target }) {
    holder = new Client(target, roomName(0), 9000)
    await comeIn([holder])
  },

  async letGo() {
    void holder?.expectEnd()
    holder = null
  },

  /** So many at once; milliseconds from the first step to having everything, sorted. */
  async join({ target, people }: { target: Target; people: number }) {
    const joining = await Promise.all(
      Array.from({ length: people }, async (_, n) => {
        const heard: Uint8Array[] = []
        const client = await new Client(target, roomName(0), 100 + n).prepare()
        client.hears.update = (update) => heard.push(update)
        return { client, heard }
      }),
    )
    const waits = await Promise.all(
      joining.map(async ({ client }) => {
        const begin = performance.now()
        await client.connect()
        return performance.now() - begin
      }),
    )
    for (const { heard } of joining) check(heard)
    await leave(joining.map(({ client }) => client))
    return waits.sort((a, b) => a - b)
  },
}
