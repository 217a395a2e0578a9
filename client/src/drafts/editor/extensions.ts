// Drafts: the shape of the text as TipTap wants it. The specs are those of schema/drafts; a test compares the two, since
// an editor that knows less deletes for everybody what it does not know.
import { blockNames, headingLevels, safeHref } from '@faellesrum/schema/drafts'
import { type Extensions, Mark } from '@tiptap/core'
import { Heading } from '@tiptap/extension-heading'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { UniqueID } from '@tiptap/extension-unique-id'
import { StarterKit } from '@tiptap/starter-kit'

/** A link is its address, and only one that a reader may follow: https, mailto or tel, pasted ones too. */
const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  exitable: true,
  addAttributes: () => ({ href: { default: null, validate: 'string|null' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute('href'))
        return href === null ? false : { href }
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => {
    const href = safeHref(HTMLAttributes.href)
    return ['a', { ...(href !== null && { href }), rel: 'noopener noreferrer nofollow' }, 0]
  },
})

/** The page has a heading above the text's own, so those are drawn one level lower; what is copied keeps its level. */
const ShiftedHeading = Heading.extend({
  parseHTML: () => [
    { tag: '[data-level]', getAttrs: (element) => ({ level: Number(element.dataset.level) }) },
    ...headingLevels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  ],
  renderHTML({ node, HTMLAttributes }) {
    const level = node.attrs.level as number
    return [`h${level + 1}`, { ...HTMLAttributes, 'data-level': level }, 0]
  },
}).configure({ levels: [...headingLevels] })

/** Ten characters of chance: short in every update, and enough for the blocks of one text. */
function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('').replace(/^\d/, 'b')
}

/** `mayWrite` false: nothing in the editor may change the document, not even by giving ids. */
export const shapeExtensions = (mayWrite: boolean): Extensions => [
  StarterKit.configure({
    heading: false,
    // The shared document has an undo of its own; the rest is not in the shape, or writes by itself.
    undoRedo: false,
    trailingNode: false,
    link: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    dropcursor: { color: 'var(--brand)', width: 2 },
  }),
  ShiftedHeading,
  Link,
  Table.configure({ resizable: false }),
  TableRow,
  TableCell,
  TableHeader,
  UniqueID.configure({ types: blockNames, updateDocument: mayWrite, generateID: newBlockId }),
]
