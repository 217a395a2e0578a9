// Drafts: the tools over the text; on a phone, on the keyboard. One stop for Tab, arrows from tool to tool.
import { safeHref } from '@faellesrum/schema/drafts'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Columns3,
  Heading2,
  Heading3,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Rows3,
  SquareX,
  Table2,
  Trash2,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/index.js'
import { LinkForm } from './link-form.js'
import { tableTools, type Tool, toolGroups } from './tools.js'
import styles from './toolbar.module.css'
import { useKeyboardHeight } from './use-keyboard-height.js'

const icons: Record<Tool, LucideIcon> = {
  undo: Undo2,
  redo: Redo2,
  heading: Heading2,
  subheading: Heading3,
  bold: Bold,
  italic: Italic,
  bullets: List,
  numbers: ListOrdered,
  quote: Quote,
  link: Link2,
  table: Table2,
  rowAfter: Rows3,
  columnAfter: Columns3,
  deleteRow: SquareX,
  deleteColumn: SquareX,
  deleteTable: Trash2,
}

/** What each does. The template's own headings are level 1 and 2, so writers begin at 3. */
function run(editor: Editor, tool: Tool): boolean {
  const chain = editor.chain().focus()
  switch (tool) {
    case 'undo':
      return editor.commands.undo()
    case 'redo':
      return editor.commands.redo()
    case 'heading':
      return chain.toggleHeading({ level: 3 }).run()
    case 'subheading':
      return chain.toggleHeading({ level: 4 }).run()
    case 'bold':
      return chain.toggleBold().run()
    case 'italic':
      return chain.toggleItalic().run()
    case 'bullets':
      return chain.toggleBulletList().run()
    case 'numbers':
      return chain.toggleOrderedList().run()
    case 'quote':
      return chain.toggleBlockquote().run()
    case 'table':
      return chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
    case 'rowAfter':
      return chain.addRowAfter().run()
    case 'columnAfter':
      return chain.addColumnAfter().run()
    case 'deleteRow':
      return chain.deleteRow().run()
    case 'deleteColumn':
      return chain.deleteColumn().run()
    case 'deleteTable':
      return chain.deleteTable().run()
    case 'link':
      return true
  }
}

const state = ({ editor }: { editor: Editor }) => ({
  heading: editor.isActive('heading', { level: 3 }),
  subheading: editor.isActive('heading', { level: 4 }),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  bullets: editor.isActive('bulletList'),
  numbers: editor.isActive('orderedList'),
  quote: editor.isActive('blockquote'),
  link: editor.isActive('link'),
  inTable: editor.isActive('table'),
})

export function Toolbar({ editor, ref }: { editor: Editor; ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation('drafts')
  const on = useEditorState({ editor, selector: state })
  const [linking, setLinking] = useState(false)
  const [stop, setStop] = useState(0)
  const keyboard = useKeyboardHeight()
  const tools = useRef<HTMLDivElement>(null)
  const all: readonly Tool[] = [...toolGroups.flat(), ...(on.inTable ? tableTools : [])]

  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: all.length - 1 }
    const to = steps[event.key]
    if (event.key === 'Escape') return void editor.commands.focus()
    if (to === undefined) return
    event.preventDefault()
    const next = (to + all.length) % all.length
    setStop(next)
    tools.current?.querySelectorAll('button')[next]?.focus()
  }
  const button = (tool: Tool) => {
    const at = all.indexOf(tool)
    const Icon = icons[tool]
    const pressed = tool in on ? on[tool as keyof typeof on] : undefined
    return (
      <button
        key={tool}
        type="button"
        className={styles.tool}
        tabIndex={at === stop || (stop >= all.length && at === 0) ? 0 : -1}
        aria-label={t(`tools.${tool}`)}
        title={t(`tools.${tool}`)}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        // The text keeps the focus, and a phone its keyboard.
        onMouseDown={(event) => event.preventDefault()}
        onFocus={() => setStop(at)}
        onClick={() => (tool === 'link' ? setLinking((open) => !open) : run(editor, tool))}
      >
        <Icon size={19} aria-hidden />
      </button>
    )
  }
  return (
    <div className={styles.bar} style={{ '--keyboard': `${keyboard}px` } as object} ref={ref}>
      {/* The focus is with its tools, one of which Tab stops at. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div ref={tools} role="toolbar" aria-label={t('tools.label')} aria-controls="draft-text" className={styles.tools} onKeyDown={move}>
        {toolGroups.map((group) => (
          <span key={group[0]} className={styles.group}>
            {group.map(button)}
          </span>
        ))}
        {on.inTable && <span className={styles.group}>{tableTools.map(button)}</span>}
      </div>
      {linking && (
        <LinkForm
          href={(editor.getAttributes('link').href as string | undefined) ?? ''}
          set={(href) => {
            const safe = safeHref(href)
            if (safe === null) return false
            const chain = editor.chain().focus().extendMarkRange('link')
            // Without words to link, the address itself is the word.
            if (editor.state.selection.empty && !on.link) chain.insertContent({ type: 'text', text: safe, marks: [{ type: 'link', attrs: { href: safe } }] }).run()
            else chain.setMark('link', { href: safe }).run()
            setLinking(false)
            return true
          }}
          remove={() => {
            editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
            setLinking(false)
          }}
          close={() => {
            setLinking(false)
            editor.commands.focus()
          }}
        />
      )}
    </div>
  )
}
