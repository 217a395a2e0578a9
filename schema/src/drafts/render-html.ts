// Drafts: a text as HTML, for readers without an editor. A string built from plain data; no document, no library.
import { type DraftMark, type DraftNode, idOf, levelOf } from './draft-json.js'
import { safeHref } from './safe-href.js'

export type HtmlOptions = Readonly<{
  /** BCP 47, of the text itself: `da`. */
  lang: string
  /** Added to every heading's level, for a page that has headings of its own above; at most h6 comes out. */
  headingShift?: number
}>

/** Safe to set as it is: every letter of the text is escaped, only known tags come out, links are DR7's. */
export function renderHtml(node: DraftNode, options: HtmlOptions): string {
  return `<div lang="${escape(options.lang)}">${inside(node, options)}</div>`
}

const inside = (node: DraftNode, options: HtmlOptions): string =>
  (node.content ?? []).map((child) => rendered(child, options)).join('')

function rendered(node: DraftNode, options: HtmlOptions): string {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight(marked, escape(node.text ?? ''))
    case 'hardBreak':
      return '<br>'
    case 'horizontalRule':
      return `<hr${id(node)}>`
    case 'heading': {
      const level = Math.min(6, levelOf(node) + (options.headingShift ?? 0))
      return `<h${level}${id(node)}>${inside(node, options)}</h${level}>`
    }
    case 'orderedList':
      return `<ol${id(node)}${number(node, 'start')}${listType(node)}>${inside(node, options)}</ol>`
    case 'table':
      return `<table${id(node)}><tbody>${inside(node, options)}</tbody></table>`
    case 'tableCell':
    case 'tableHeader':
      return cell(node, options)
    case 'doc':
      return inside(node, options)
    default: {
      const tag = tags[node.type]
      return `<${tag}${id(node)}>${inside(node, options)}</${tag}>`
    }
  }
}

const tags = { paragraph: 'p', bulletList: 'ul', listItem: 'li', blockquote: 'blockquote', tableRow: 'tr' } as const

function cell(node: DraftNode, options: HtmlOptions): string {
  const tag = node.type === 'tableHeader' ? 'th' : 'td'
  return `<${tag}${id(node)}${number(node, 'colspan')}${number(node, 'rowspan')}>${inside(node, options)}</${tag}>`
}

const id = (node: DraftNode): string => {
  const name = idOf(node)
  return name === null ? '' : ` id="${escape(name)}"`
}

const number = (node: DraftNode, name: string): string => {
  const value = node.attrs?.[name]
  return typeof value === 'number' ? ` ${name}="${value}"` : ''
}

const listType = (node: DraftNode): string => {
  const type = node.attrs?.type
  return typeof type === 'string' && /^[1aAiI]$/.test(type) ? ` type="${type}"` : ''
}

function marked(html: string, mark: DraftMark): string {
  if (mark.type === 'bold') return `<strong>${html}</strong>`
  if (mark.type === 'italic') return `<em>${html}</em>`
  const href = safeHref(mark.attrs?.href)
  return href === null ? html : `<a href="${escape(href)}" rel="noopener noreferrer nofollow">${html}</a>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char]!)
