// Drafts: the way out of the text and into its tools by keyboard. Tab belongs to lists and tables, so Esc must let go.
import { Extension } from '@tiptap/core'

export const Keys = Extension.create<{ leave: () => void; toTools: () => void }>({
  name: 'keys',
  addOptions: () => ({ leave: () => undefined, toTools: () => undefined }),
  addKeyboardShortcuts() {
    return {
      Escape: () => {
        this.options.leave()
        return true
      },
      'Alt-F10': () => {
        this.options.toTools()
        return true
      },
    }
  },
})
