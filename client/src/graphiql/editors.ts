// What GraphiQL's editors owe to people who work by keyboard or by ear: Tab goes on to the next thing, each has a name.

/** What an element of CodeMirror 5 carries. */
type Editor = Readonly<{
  getOption(name: 'extraKeys'): Record<string, unknown> | undefined
  setOption(name: 'extraKeys', keys: Record<string, unknown>): void
  getInputField(): HTMLElement
}>

/** By the class of the region that an editor stands in. */
const names: Readonly<Record<string, string>> = {
  'graphiql-query-editor': 'Query',
  'graphiql-editor-tool': 'Variables and headers',
  'graphiql-response': 'Result',
}

function makeReachable(element: Element): void {
  const editor = (element as Element & { CodeMirror?: Editor }).CodeMirror
  if (!editor || element.hasAttribute('data-reachable')) return
  element.setAttribute('data-reachable', '')
  // `false`: the editor has no use for the key, and the browser does what it always does.
  editor.setOption('extraKeys', { ...editor.getOption('extraKeys'), Tab: false, 'Shift-Tab': false })
  const region = Object.keys(names).find((name) => element.closest(`.${name}`))
  editor.getInputField().setAttribute('aria-label', names[region ?? ''] ?? 'Editor')
  // What scrolls has to be reached without a mouse.
  if (region === 'graphiql-response') {
    const scroll = element.querySelector('.CodeMirror-scroll')
    scroll?.setAttribute('tabindex', '0')
    scroll?.setAttribute('role', 'region')
    scroll?.setAttribute('aria-label', 'Result')
  }
}

/** Editors come and go with tabs and tools: each is seen to when it appears. */
export function keepReachable(root: Element): void {
  const all = (): void => {
    for (const element of root.querySelectorAll('.CodeMirror')) makeReachable(element)
  }
  new MutationObserver(all).observe(root, { childList: true, subtree: true })
  all()
}
