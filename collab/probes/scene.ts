// The probes: what each is tried on. One process, and two honest people who write throughout.
import { closeCodes } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { type ClaimsOver, signPass } from '../bench/clients/passes.js'
import { personId } from '../bench/names.js'
import { Editor } from '../faults/editor.js'
import type { Ground, Node } from '../faults/ground.js'
import { bar, type Bar, oneText, savedNow, stillThere } from '../faults/verdict.js'
import { writeSomething } from '../src/testing/writers.js'
import { prng } from '../src/testing/prng.js'
import { Client } from './client.js'
import { until } from './probe.js'

const writeEveryMs = 50

/** The hostile are numbered from here: their names, mandates and sessions are nobody's else. */
export const firstStranger = 500

const none = Y.createDeleteSet()
const empty = new Map<number, number>()

export class Scene {
  readonly ground: Ground
  readonly node: Node
  readonly room: string
  readonly editors: readonly Editor[]
  readonly #write: (editor: Editor) => void
  readonly #writesAnything: boolean
  readonly #writing: NodeJS.Timeout

  private constructor(
    ground: Ground,
    node: Node,
    room: string,
    editors: readonly Editor[],
    write: (editor: Editor) => void,
    writesAnything: boolean,
  ) {
    this.#writesAnything = writesAnything
    this.ground = ground
    this.node = node
    this.room = room
    this.editors = editors
    this.#write = write
    this.#writing = setInterval(() => {
      for (const editor of editors) if (editor.isSynced) write(editor)
    }, writeEveryMs)
  }

  /** `anything`: they write and delete as people do; otherwise words of their own, each of which must be there once. */
  static async open(ground: Ground, anything: { seed: number } | null = null): Promise<Scene> {
    const node = await ground.startNode()
    const room = ground.newRoom()
    const editors = [0, 1].map((person) => new Editor({ room, passKey: ground.passKey, urls: [node.url] }, person))
    await Promise.all(editors.map((editor) => editor.synced(20_000)))
    const chance = prng(anything?.seed ?? 0)
    const write =
      anything === null ? (editor: Editor) => editor.write() : ({ doc }: Editor) => writeSomething(doc, chance)
    for (const editor of editors) write(editor)
    await Promise.all(editors.map((editor) => editor.allSaved(20_000)))
    return new Scene(ground, node, room, editors, write, anything !== null)
  }

  pass(person: number, room = this.room, over: ClaimsOver = {}): Promise<string> {
    return signPass(this.ground.passKey, room, firstStranger + person, over)
  }

  enterWith(pass: string, room: string, ours: boolean): Promise<Client> {
    return Client.enter(this.node.url, room, pass, { ours })
  }

  /**
   * The code with which whoever comes and does this is sent away. As any client they come again where they are asked
   * to: while others write, a row on its way looks as if the log had gone on elsewhere, and nobody is blamed for it.
   */
  async sentAway(enter: () => Promise<Client>, play: (client: Client) => void, within: number): Promise<number | null> {
    for (let tries = 1; ; tries++) {
      const client = await enter()
      play(client)
      const code = await client.closedWithin(within)
      client.leave()
      if (code !== closeCodes.resync || tries === 20) return code
    }
  }

  /** A stranger who may write, unless `over` says otherwise. */
  async enter(person: number, over: ClaimsOver = {}, options: { ours?: boolean; room?: string } = {}): Promise<Client> {
    const room = options.room ?? this.room
    return Client.enter(this.node.url, room, await this.pass(person, room, over), options)
  }

  /** The last words of the honest, and what is true of them whatever was tried beside them. */
  async verdict(): Promise<Bar[]> {
    clearInterval(this.#writing)
    for (const editor of this.editors) this.#write(editor)
    const closes = this.editors.flatMap(({ ends, refusals }) => [...ends, ...refusals])
    const words = this.editors.reduce((sum, editor) => sum + editor.written, 0)
    return [
      bar(
        'two honest editors were never sent away',
        closes.length === 0,
        closes.join(' ') || `0, of ${words} characters and marks written`,
      ),
      ...(this.#writesAnything
        ? await this.#agree()
        : await oneText(this.ground, this.room, this.editors, savedNow(this.editors), 10_000)),
      stillThere([this.node]),
    ]
  }

  /** As `oneText`, of people whose words others may delete: a deletion on its way is in no state vector. */
  async #agree(): Promise<Bar[]> {
    await Promise.all(this.editors.map((editor) => editor.allSaved(20_000)))
    let log = new Y.Doc()
    let differences: string[] = []
    const agrees = async (): Promise<boolean> => {
      log = await this.ground.fromLog(this.room)
      differences = this.editors.flatMap(({ doc }) => differencesOf(doc, log))
      return differences.length === 0
    }
    const agreed = await until(agrees)
    const lost = this.editors.reduce(
      (sum, { doc, saved }) => sum + Math.max(0, saved - Y.getState(log.store, doc.clientID)),
      0,
    )
    return [
      bar('shown as saved and lost: 0', lost === 0, lost),
      bar('all have one text, and so has the log', agreed, agreed ? '2 of 2' : differences.join(', ')),
    ]
  }

  async close(): Promise<void> {
    clearInterval(this.#writing)
    for (const editor of this.editors) editor.leave()
    await this.node.end('SIGKILL')
  }
}

/**
 * Yjs writes U+FFFD for both halves of a sign that is cut in two, such as an emoji with an insertion in its middle, but
 * only where it was one piece until then: documents that agree in all else differ in it.
 */
const textOf = (doc: Y.Doc): string => `${doc.getXmlFragment('default')}`.replace(/[\ud800-\udfff\ufffd]/g, '\ufffd')

/** In what one document is another than the log's. */
function differencesOf(doc: Y.Doc, log: Y.Doc): string[] {
  const [mine, theirs] = [Y.snapshot(doc), Y.snapshot(log)]
  const isPending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  const parts: [name: string, isSame: boolean][] = [
    ['something is pending', !isPending],
    ['other text', textOf(doc) === textOf(log)],
    ['other clocks', Y.equalSnapshots(new Y.Snapshot(none, mine.sv), new Y.Snapshot(none, theirs.sv))],
    ['other deletions', Y.equalSnapshots(new Y.Snapshot(mine.ds, empty), new Y.Snapshot(theirs.ds, empty))],
  ]
  return parts.filter(([, isSame]) => !isSame).map(([name]) => name)
}

/** Opens a scene, runs what is tried, hears the verdict, and clears up in any case. */
export async function onScene(
  ground: Ground,
  tried: (scene: Scene) => Promise<Bar[]>,
  anything: { seed: number } | null = null,
): Promise<Bar[]> {
  const scene = await Scene.open(ground, anything)
  try {
    const bars = await tried(scene)
    const failed = (error: unknown): Bar[] => [bar('the honest go on, and the log can be read', false, String(error))]
    return [...bars, ...(await scene.verdict().catch(failed))]
  } finally {
    await scene.close()
  }
}

/** Rows of the log that somebody else than the two honest wrote. */
export async function rowsOfStrangers(ground: Ground, room: string): Promise<number> {
  const { rows } = await ground.pool.query(
    'select count(*)::int as rows from collab.log where room = $1 and person <> all($2)',
    [room, [personId(0), personId(1)]],
  )
  return rows[0].rows
}
