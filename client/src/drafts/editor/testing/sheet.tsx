// Drafts, for tests: an editor on a document, and the document of somebody else who writes along.
import { draftRoot } from '@faellesrum/schema/drafts'
import { useState } from 'react'
import { onTestFinished } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { RoomDocument } from '../../../rooms/index.js'
import { DraftEditor } from '../draft-editor.js'

const nothing = () => undefined
const texts = { tooltip: () => '', margin: () => document.createElement('span') }
const guides = new Map<string, string>()

/** With an id, as every block of a text has that somebody has written in; without one, as a program may leave it. */
export function paragraph(doc: Y.Doc, words: string, id?: string): void {
  const block = new Y.XmlElement('paragraph')
  if (id !== undefined) block.setAttribute('id', id)
  block.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(draftRoot).push([block])
}

export const wordsIn = (doc: Y.Doc): string => doc.getXmlFragment(draftRoot).toArray().map((block) => block.toString().replaceAll(/<[^>]*>/g, '')).join('|')

export function aText(...paragraphs: readonly (readonly [words: string, id?: string])[]) {
  const doc = new Y.Doc()
  const theirs = new Y.Doc()
  for (const [words, id] of paragraphs) paragraph(doc, words, id)
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  const room: RoomDocument = { doc, awareness: new Awareness(doc) }
  onTestFinished(() => room.awareness.destroy())
  return {
    room,
    doc,
    theirs,
    /** What the other has written comes in, as the room's provider brings it. */
    bring() {
      try {
        Y.transact(doc, () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs)), 'room', false)
      } catch (error) {
        reportError(error)
      }
    },
  }
}

export function Sheet({ room, onBroken = nothing }: { room: RoomDocument; onBroken?: () => void }) {
  const [label, setLabel] = useState('Teksten')
  return (
    <>
      <button type="button" onClick={() => setLabel('The text')}>
        English
      </button>
      <DraftEditor
        document={room}
        mayWrite
        label={label}
        guides={guides}
        texts={texts}
        onEditor={nothing}
        onGuarded={nothing}
        onBroken={onBroken}
        leave={nothing}
        toTools={nothing}
      />
    </>
  )
}
