// Drafts: who has written what, drawn over the text. Never by colour alone: each mandate has its underline, each run its
// name as a tooltip, and each block the names of its authors in the margin.
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { authorsOf, type PlacedRun, placeRuns, type Run, type RunAuthor } from '../authorship.js'
import { textBlocks } from './blocks.js'

/** The runs, and the words that stood in each block when they came. */
type Shown = Readonly<{ runs: ReadonlyMap<string, readonly Run[]>; words: ReadonlyMap<string, string> }>
type PluginState = Readonly<{ shown: Shown | null; drawn: DecorationSet }>

export type AuthorTexts = Readonly<{ tooltip(run: PlacedRun): string; margin(author: RunAuthor): HTMLElement }>

const key = new PluginKey<PluginState>('authorship')

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    authorship: {
      /** Null hides them. */
      showAuthors: (runs: readonly Run[] | null) => ReturnType
    }
  }
}

export const Authorship = Extension.create<{ texts: AuthorTexts }>({
  name: 'authorship',
  addOptions: () => ({ texts: { tooltip: () => '', margin: () => document.createElement('span') } }),
  addCommands: () => ({
    showAuthors:
      (runs) =>
      ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(key, { runs }).setMeta('addToHistory', false))
        return true
      },
  }),
  addProseMirrorPlugins() {
    const { texts } = this.options
    return [
      new Plugin<PluginState>({
        key,
        state: {
          init: () => ({ shown: null, drawn: DecorationSet.empty }),
          apply(tr, before, _old, state) {
            const told = tr.getMeta(key) as { runs: readonly Run[] | null } | undefined
            if (told === undefined && !tr.docChanged) return before
            const shown = told === undefined ? before.shown : told.runs === null ? null : shownNow(told.runs, state)
            return { shown, drawn: shown === null ? DecorationSet.empty : draw(shown, state, texts) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.drawn },
      }),
    ]
  },
})

function shownNow(runs: readonly Run[], state: EditorState): Shown {
  const byBlock = new Map<string, Run[]>()
  for (const run of runs) byBlock.set(run.block, [...(byBlock.get(run.block) ?? []), run])
  return { runs: byBlock, words: new Map(textBlocks(state).map(({ name, text }) => [name, text])) }
}

function draw({ runs, words }: Shown, state: EditorState, texts: AuthorTexts): DecorationSet {
  const drawn: Decoration[] = []
  const margins = new Map<number, PlacedRun[]>()
  for (const { name, from, text, top } of textBlocks(state)) {
    const placed = placeRuns(runs.get(name) ?? [], words.get(name) ?? '', text)
    for (const run of placed) {
      const attrs = { class: 'authored', 'data-mandate': run.author.mandateKind!, title: texts.tooltip(run) }
      drawn.push(Decoration.inline(from + run.from, from + run.to, attrs))
    }
    margins.set(top, [...(margins.get(top) ?? []), ...placed])
  }
  for (const [top, placed] of margins) {
    const authors = authorsOf(placed)
    if (authors.length > 0) drawn.push(margin(top, authors, texts))
  }
  return DecorationSet.create(state.doc, drawn)
}

function margin(top: number, authors: readonly RunAuthor[], texts: AuthorTexts): Decoration {
  const names = authors.map(({ label, mandateKind }) => `${mandateKind}/${label}`).join()
  const build = () => {
    const element = document.createElement('div')
    element.className = 'authors'
    element.contentEditable = 'false'
    element.append(...authors.map(texts.margin))
    return element
  }
  return Decoration.widget(top, build, { side: -1, ignoreSelection: true, key: `authors:${names}` })
}
