// The bench: a long text as one person writes it, from a seed: typing, slips and corrections, jumps, cuts and pastes. The
// same seed gives the same edits, byte for byte; the report names the seed and the hash of what it gave.
import * as Y from 'yjs'

export const traceSeed = 20_261_123
export const traceWriter = 4_242
export const fullEdits = 260_000

const words = [
  'vi vil have flere stier i byen så børn kan cykle sikkert til skole og fritid udvalget foreslår at kommunen sammen med',
  'borgere og foreninger laver en plan for grønne veje der binder kvarterer og natur sammen det skal være let at mødes ved',
  'åen på torvet og i de små haver mellem husene og unge skal kunne få støtte til egne projekter uden lange ansøgninger',
].flatMap((line) => line.split(' '))

/** Mulberry32. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** Up to so many updates, one per edit, as a client would send them; an edit is a key stroke, a cut, a paste, or a new paragraph. */
export function writeTrace(edits: number, seed = traceSeed): Uint8Array[] {
  const writer = new Writer(seed)
  while (writer.updates.length < edits) writer.writeOn()
  // The last one is a letter: whoever has that clock has everything before it.
  let end = edits
  while (Y.decodeUpdate(writer.updates[end - 1]!).structs.length === 0) end--
  return writer.updates.slice(0, end)
}

class Writer {
  readonly updates: Uint8Array[] = []
  readonly #chance: (below: number) => number
  readonly #doc = new Y.Doc()
  readonly #root: Y.XmlFragment
  #paragraphs = 0
  #text: Y.XmlText
  #at = 0

  constructor(seed: number) {
    this.#chance = chanceFrom(seed)
    this.#doc.clientID = traceWriter
    this.#doc.on('update', (update: Uint8Array) => this.updates.push(update))
    this.#root = this.#doc.getXmlFragment('default')
    this.#text = this.#paragraph(0)
  }

  /** A sentence or so, and then perhaps something else. */
  writeOn(): void {
    for (let word = 0; word < 4 + this.#chance(12); word++) this.#word()
    this.#type('. ')
    const next = this.#chance(100)
    if (next < 12) this.#next()
    else if (next < 40) this.#goElsewhere()
    else if (next < 46) this.#cut()
    else if (next < 50) this.#paste()
    else if (next < 75) this.#takeBack(10 + this.#chance(70))
  }

  #word(): void {
    const word = words[this.#chance(words.length)]!
    if (this.#chance(3) > 0) return this.#type(`${word} `)
    // A slip: seen after a few letters, taken back, and typed again.
    const wrong = word.slice(0, 1 + this.#chance(word.length)) + 'e'
    this.#type(wrong)
    this.#takeBack(wrong.length)
    this.#type(`${word} `)
  }

  #type(letters: string): void {
    for (const letter of letters) this.#text.insert(this.#at++, letter)
  }

  #takeBack(letters: number): void {
    for (let i = Math.min(letters, this.#at); i > 0; i--) this.#text.delete(--this.#at, 1)
  }

  #next(): void {
    this.#text = this.#paragraph(this.#root.length)
    this.#at = 0
  }

  #goElsewhere(): void {
    const paragraph = this.#root.get(this.#chance(this.#root.length)) as Y.XmlElement
    this.#text = paragraph.get(0) as Y.XmlText
    this.#at = this.#chance(3) === 0 ? this.#chance(this.#text.length + 1) : this.#text.length
  }

  #cut(): void {
    const length = Math.min(this.#text.length, 5 + this.#chance(120))
    if (length === 0) return
    this.#at = this.#chance(this.#text.length - length + 1)
    this.#text.delete(this.#at, length)
  }

  #paste(): void {
    const pasted = `${Array.from({ length: 8 + this.#chance(60) }, () => words[this.#chance(words.length)]).join(' ')} `
    this.#text.insert(this.#at, pasted)
    this.#at += pasted.length
  }

  #paragraph(at: number): Y.XmlText {
    const text = new Y.XmlText()
    this.#doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.setAttribute('id', `t${++this.#paragraphs}`)
      paragraph.insert(0, [text])
      this.#root.insert(at, [paragraph])
    })
    return text
  }
}
