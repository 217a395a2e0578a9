// The faults: too little room. A reader who does not read, a disk that is full.
import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Editor } from '../editor.js'
import { type Ground, pause } from '../ground.js'
import { at, bar, type Bar, ms, notRun, oneText, pace, savedNow, stillThere } from '../verdict.js'
import { comeIn, type Size } from './ends.js'

const mb = 1024 * 1024

/** As fast as the rates let one person send: 8 KB, twenty-five times a second. */
function flowing(editors: readonly Editor[]): { bytes(): number; stop(): void } {
  let bytes = 0
  const timer = setInterval(() => {
    for (const editor of editors) {
      editor.overwrite(Math.random().toString(36).slice(2).padEnd(8192, 'æ'))
      bytes += 16_384
    }
  }, 40)
  return { bytes: () => bytes, stop: () => clearInterval(timer) }
}

/** From the stroke until it is seen, in ms. */
async function seenAfter(writer: Editor, reader: Editor): Promise<number> {
  writer.write()
  return reader.hasHeard(new Map([[writer.doc.clientID, writer.written]]), 20_000)
}

/** Somebody's laptop stops reading in the middle of much: it is closed before it costs memory, and nobody notices. */
export async function slowConsumer(ground: Ground, { clients, seconds }: Size): Promise<Bar[]> {
  const node = await ground.startNode()
  const room = ground.newRoom()
  const [writer, reader, slow, ...others] = (await comeIn(ground, room, [node.url], clients + 3)) as [Editor, Editor, Editor, ...Editor[]]
  const flow = flowing(others)
  const watch = async (): Promise<number> => {
    const times: number[] = []
    for (const began = performance.now(); performance.now() - began < seconds * 500; await pause(25)) times.push(await seenAfter(writer, reader))
    return at(0.95, times)
  }
  const before = await watch()
  const [rss, sent, closed] = [node.rssMb, flow.bytes(), await node.metric('collab_closed_total')]
  let most = 0
  const looking = setInterval(() => (most = Math.max(most, node.rssMb)), 20)
  slow.stopReading()
  const meanwhile = await watch()
  while (flow.bytes() - sent < 50 * mb && (await node.metric('collab_closed_total')) === closed) await pause(50)
  const flowed = flow.bytes() - sent
  clearInterval(looking)
  flow.stop()
  const isClosed = (await node.metric('collab_closed_total')) - closed
  const saved = savedNow([writer, reader, ...others])
  slow.leave()
  const bars = [
    bar('closed before 50 MB have gone by', isClosed === 1, `${isClosed} after ${(flowed / mb).toFixed(1)} MB`),
    bar('memory grows by less than 64 MB', most - rss < 64, `${Math.round(most - rss)} MB`),
    pace('the others hear each other as before (p95 within a fifth)', meanwhile <= before * 1.2, `${before.toFixed(1)} ms, then ${meanwhile.toFixed(1)}`),
    ...(await oneText(ground, room, [writer, reader, ...others], saved, 10_000)),
    stillThere([node]),
  ]
  for (const editor of [writer, reader, ...others]) editor.leave()
  await node.end('SIGKILL')
  return bars
}

/** A disk of 160 MB for the tables; null where this process may not make one. */
function smallDisk(owner: { uid: number; gid: number }): { folder: string; fill(): void; free(): void; close(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'faellesrum-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  chownSync(folder, owner.uid, owner.gid)
  const ballast = join(folder, 'ballast')
  const fill = (): void => {
    for (const size of [mb, 8192]) {
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOSPC') throw error
      }
    }
  }
  const close = (): void => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, fill, free: () => rmSync(ballast), close }
}

/** The disk of the tables is full: nothing is shown as saved that is not, what is there can be read, all is saved afterwards. */
export async function pgFull(ground: Ground, { clients, seconds }: Size): Promise<Bar[]> {
  const disk = smallDisk(ground.databases.user)
  if (disk === null) return [notRun('all', 'only root may mount a small disk')]
  let databaseUrl: string | null = null
  try {
    databaseUrl = await ground.databases.fresh(disk.folder)
    const here = ground.over(databaseUrl)
    const node = await here.startNode()
    const room = here.newRoom()
    const editors = await comeIn(here, room, [node.url], clients)
    const old = (await comeIn(here, here.newRoom(), [node.url], 1))[0]!
    old.write()
    await old.allSaved(10_000)
    disk.fill()
    const flow = flowing(editors)
    const began = performance.now()
    while ((await node.metric('collab_store_away_total')) === 0 && performance.now() - began < 20_000) await pause(50)
    flow.stop()
    const isFull = (await node.metric('collab_store_away_total')) > 0
    const saved = savedNow(editors)
    for (const editor of editors) editor.write()
    await pause(seconds * 1000)
    const shown = editors.filter((editor) => editor.saved > saved.get(editor)!).length
    const reads = await here.fromLog(old.room).then((doc) => doc.getXmlFragment('default').length > 0)
    disk.free()
    const freed = performance.now()
    await Promise.all(editors.map((editor) => editor.allSaved(60_000)))
    const took = performance.now() - freed
    const bars = [
      bar('the disk was full', isFull, `${isFull}`),
      bar('nothing shown as saved meanwhile', shown === 0, shown),
      bar('what is there can be read', reads, `${reads}`),
      bar('all saved within 30 s after there is space', took <= 30_000, ms(took)),
      ...(await oneText(here, room, editors, saved, 10_000)),
      stillThere([node]),
    ]
    for (const editor of [...editors, old]) editor.leave()
    await node.end('SIGKILL')
    await here.pool.end()
    return bars
  } finally {
    if (databaseUrl !== null) await ground.databases.drop(databaseUrl)
    disk.close()
  }
}
