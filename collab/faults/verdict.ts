// The faults: what is looked at afterwards, the same for all. Saved means saved, and everybody has one text.
import * as Y from 'yjs'
import type { Editor } from './editor.js'
import type { Ground, Node } from './ground.js'

/**
 * One line of the report. `holds` null: it could not be tried here. `isPace`: true on a quiet machine only, so that no test
 * may hang on it.
 */
export type Bar = Readonly<{ what: string; holds: boolean | null; measured: string; isPace?: boolean }>

export const bar = (what: string, holds: boolean, measured: string | number): Bar => ({ what, holds, measured: `${measured}` })
export const pace = (what: string, holds: boolean, measured: string): Bar => ({ what, holds, measured, isPace: true })
export const notRun = (what: string, why: string): Bar => ({ what, holds: null, measured: why })

export const at = (share: number, values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

export const ms = (value: number): string => `${Math.round(value)} ms`

const sameText = (a: Y.Doc, b: Y.Doc): boolean =>
  a.getXmlFragment('default').toString() === b.getXmlFragment('default').toString() &&
  Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) &&
  Buffer.from(Y.encodeStateAsUpdate(a)).equals(Y.encodeStateAsUpdate(b))

/** So long may it take until all have one text, after what happened is over. */
const patienceMs = 20_000

/**
 * Waits until everybody's words are shown as saved and everybody has heard everybody, and compares all of them with the
 * log: what was shown as saved before (`savedBefore`, by person) must stand there, each word once.
 */
export async function oneText(
  ground: Ground,
  room: string,
  editors: readonly Editor[],
  savedBefore: ReadonlyMap<Editor, number>,
  within: number,
): Promise<Bar[]> {
  const began = performance.now()
  await Promise.all(editors.map((editor) => editor.allSaved(patienceMs)))
  const all = new Map(editors.map(({ doc, written }) => [doc.clientID, written]))
  await Promise.all(editors.map((editor) => editor.hasHeard(all, patienceMs)))
  const took = performance.now() - began
  const log = await ground.fromLog(room)
  const lost = [...savedBefore].reduce((sum, [{ doc }, saved]) => sum + Math.max(0, saved - Y.getState(log.store, doc.clientID)), 0)
  const text = log.getXmlFragment('default').toString()
  const wrong = editors.flatMap(({ words }) => words.filter((word) => !isOnce(text, word)))
  const differ = editors.filter(({ doc }) => !sameText(doc, log)).length
  return [
    bar('shown as saved and lost: 0', lost === 0, lost),
    bar('words missing or there twice: 0', wrong.length === 0, wrong.length),
    bar('all have one text, and so has the log', differ === 0, `${editors.length - differ} of ${editors.length}`),
    pace(`one text within ${within} ms`, took <= within, ms(took)),
  ]
}

/** `1.2;` is also the end of `11.2;`. */
const isOnce = (text: string, word: string): boolean =>
  text.match(new RegExp(`(?<!\\d)${word.replace('.', '\\.')}`, 'g'))?.length === 1

export const savedNow = (editors: readonly Editor[]): Map<Editor, number> => new Map(editors.map((editor) => [editor, editor.saved]))

/** Nothing ended by itself, and nothing was thrown that nobody caught. */
export function stillThere(nodes: readonly Node[]): Bar {
  const faults = nodes.filter(({ died, log }) => died !== null || /unhandled|uncaught/i.test(log))
  return bar('no process ended by itself', faults.length === 0, faults.map(({ died }) => died ?? 'an error nobody caught').join(', ') || '0')
}
