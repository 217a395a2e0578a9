// The bench, replay: a year of one person's writing, edit by edit.
import { Replaying } from '../clients/replaying.js'
import type { Steps } from '../load.js'
import type { Target } from '../names.js'
import { readTraceFile } from '../trace-file.js'

let replaying: Replaying

export const steps: Steps = {
  async prepare({ target, trace }: { target: Target; trace: string }) {
    replaying = new Replaying(target, readTraceFile(trace))
    await replaying.come()
  },

  async write() {
    await replaying.write()
  },

  async check() {
    replaying.check()
    return { frames: replaying.heard.length }
  },
}
