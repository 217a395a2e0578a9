// Drafts: texts as they were last read, kept while nobody writes in them: to ask again costs a look at the room's head.
import { countWords, type DraftNode, renderHtml } from '@faellesrum/schema/drafts'
import type { AuthoredRun, RoomHead, RoomName, RoomRecords } from '@faellesrum/schema/rooms'

export type Attributed = Readonly<{ seq: number; version: string; runs: readonly AuthoredRun[] }>
/** What a text is, whoever looks at it; what of it somebody may see is asked elsewhere. */
export type Text = Readonly<{
  json: DraftNode
  html: string
  words: number
  /** Who wrote what; worked out for the first who asks. */
  attributed(): Promise<Attributed>
}>

type Kept = { epoch: number; seq: number; text: Promise<Text> }

/** A text with its rendering and its runs is some 100 kB. */
const mostKept = 200

export class Texts {
  readonly #kept = new Map<RoomName, Kept>()

  constructor(private readonly records: RoomRecords) {}

  /**
   * The texts at these heads, or a little later. What is not kept is read one after the other: each is a fold on the
   * one worker, and whoever asks for many shall not stand before all others.
   */
  async of(heads: Iterable<RoomHead>): Promise<ReadonlyMap<RoomName, Text>> {
    const found = new Map<RoomName, Text>()
    for (const head of heads) found.set(head.room, await this.#textOf(head))
    return found
  }

  #textOf(head: RoomHead): Promise<Text> {
    const { room, epoch } = head
    const seq = head.nextSeq - 1
    const known = this.#kept.get(room)
    const isCurrent = known !== undefined && known.epoch === epoch && known.seq >= seq
    const kept = isCurrent ? known : { epoch, seq, text: this.#read(head) }
    // The map's order is that of use: what was not asked for longest goes first.
    this.#kept.delete(room)
    this.#kept.set(room, kept)
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!)
    kept.text.catch(() => this.#forget(room, kept))
    return kept.text
  }

  async #read(head: RoomHead): Promise<Text> {
    const found = await this.records.read(head.room, head.nextSeq - 1)
    if (found === null) throw new Error(`${head.room} has a head and no text`)
    const json = found.json as DraftNode
    let attributed: Promise<Attributed> | null = null
    return {
      json,
      html: renderHtml(json, { lang: 'da', headingShift: 1 }),
      words: countWords(json),
      attributed: () => (attributed ??= this.#attribute(head).catch((error: unknown) => {
        attributed = null
        throw error
      })),
    }
  }

  async #attribute(head: RoomHead): Promise<Attributed> {
    const found = await this.records.attribution(head)
    if (found === null) throw new Error(`${head.room} has a head and no log`)
    return found
  }

  #forget(room: RoomName, kept: Kept): void {
    if (this.#kept.get(room) === kept) this.#kept.delete(room)
  }
}

const textsOfRecords = new WeakMap<RoomRecords, Texts>()

/** One for each process (each set of records, so that towns in tests share none). */
export function textsOf(records: RoomRecords): Texts {
  const known = textsOfRecords.get(records) ?? new Texts(records)
  textsOfRecords.set(records, known)
  return known
}
