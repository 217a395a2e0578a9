// Drafts: the others' carets, with names. For eyes only: screen readers hear who comes and goes, not every step.
import type { Awareness } from 'y-protocols/awareness'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { kindOf } from '../presence.js'

type VouchedUser = { name?: unknown; mandate?: unknown }

/** A flag beyond the edge of the paper would be cut off there, so it hangs to the other side. */
function flip(flag: HTMLElement): void {
  requestAnimationFrame(() => {
    const paper = flag.closest('.ProseMirror')
    if (paper === null) return
    if (flag.getBoundingClientRect().right > paper.getBoundingClientRect().right) flag.dataset.flipped = 'true'
  })
}

function caretOf(user: VouchedUser): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.dataset.mandate = kindOf(user.mandate)
  caret.setAttribute('aria-hidden', 'true')
  const flag = document.createElement('span')
  flag.className = 'flag'
  flag.textContent = typeof user.name === 'string' ? user.name : ''
  // Word joiners keep the caret from breaking a line in a place where the text would not.
  caret.append('\u2060', flag, '\u2060')
  flip(flag)
  return caret
}

export const caretsIn = (awareness: Awareness) =>
  CollaborationCaret.configure({
    provider: { awareness },
    // The room puts the real name and mandate in; what stands here is never shown to anybody.
    user: {},
    render: caretOf,
    selectionRender: (user: VouchedUser) => ({ class: 'selected', 'data-mandate': kindOf(user.mandate) }),
  })
