// Guards: a source file as they see it: where it stands, what it imports, and its text without comments.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

export type Import = Readonly<{ specifier: string; line: number; isType: boolean; isStar: boolean }>

export type Source = Readonly<{
  /** From the root of the repository, with `/`: `server/src/people/index.ts`. */
  path: string
  storey: string
  /** The folder below `src`, or null for files that stand in none. */
  slice: string | null
  isTest: boolean
  text: string
  /** The same length and lines as `text`, with blanks where comments stood. */
  code: string
  imports: readonly Import[]
}>

/** What a guard finds wrong. One line each in the output: path, line, why. */
export type Finding = Readonly<{ path: string; line: number; why: string }>
export type Guard = (sources: readonly Source[]) => Finding[]

export const storeys = ['schema', 'server', 'collab', 'client', 'tools'] as const
const skipped = new Set(['dist', 'node_modules', '__generated__', 'public', 'test-results', 'playwright-report'])

/** Every source file of the four storeys and the tools, parsed. What cannot be parsed throws: nothing is skipped. */
export function readSources(root: string): Source[] {
  return listFiles(root, storeys)
    .filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => toSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Paths from the root, sorted, without what is built, installed or generated. */
export function listFiles(root: string, folders: readonly string[]): string[] {
  const found: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else found.push(path)
    }
  }
  for (const folder of folders) if (existsSync(join(root, folder))) walk(folder)
  return found.sort()
}

export function toSource(path: string, text: string): Source {
  const parsed = parseSync(path, text, { preserveParens: false })
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be parsed: ${parsed.errors[0]!.message}`)
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const imports: Import[] = []
  for (const { start, moduleRequest } of staticImports) {
    // `import { type A }` still loads the file under verbatimModuleSyntax; only `import type` does not.
    const isType = /^import\s+type\b/.test(text.slice(start, start + 20))
    imports.push({ specifier: moduleRequest.value, line: lineAt(start), isType, isStar: false })
  }
  for (const { start, end, entries } of staticExports) {
    for (const { moduleRequest, importName } of entries) {
      if (!moduleRequest) continue
      const isType = /^export\s+type\b/.test(text.slice(start, end))
      const isStar = importName.kind === 'AllButDefault' || importName.kind === 'All'
      if (imports.some((known) => known.specifier === moduleRequest.value && known.line === lineAt(start))) continue
      imports.push({ specifier: moduleRequest.value, line: lineAt(start), isType, isStar })
    }
  }
  for (const { start, moduleRequest } of dynamicImports) {
    const quoted = /^(['"])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    // A page that is loaded when it is opened is no part of the ring that names it.
    if (quoted) imports.push({ specifier: quoted[2]!, line: lineAt(start), isType: true, isStar: false })
  }
  let code = text
  for (const { start, end } of parsed.comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)
  }
  const [storey = '', folder, slice, ...rest] = path.split('/')
  return {
    path,
    storey,
    slice: folder === 'src' && rest.length > 0 ? (slice ?? null) : null,
    isTest: /\.(test|browser|spec|contract|config)\.tsx?$|\/(testing|simulation|bench|faults|probes|e2e)\/|\/codegen\.ts$/.test(path),
    text,
    code,
    imports,
  }
}

/** The file that an import names, or null for a package from outside or a file that is not among them. */
export function targetOf(from: Source, specifier: string, known: ReadonlyMap<string, Source>): Source | null {
  const own = /^@faellesrum\/([a-z]+)(?:\/(.+))?$/.exec(specifier)
  const stem = own
    ? `${own[1]}/src/${own[2] ?? 'index'}`
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from.path), specifier).replace(/\.jsx?$/, '')
      : null
  if (stem === null) return null
  for (const end of ['', '.ts', '.tsx', '/index.ts', '/index.tsx']) {
    const target = known.get(stem + end)
    if (target) return target
  }
  return null
}

export const byPath = (sources: readonly Source[]): Map<string, Source> =>
  new Map(sources.map((source) => [source.path, source]))

/** Where `pattern` (with the flag g) stands in the code, comments apart. */
export function findInCode(source: Source, pattern: RegExp, why: string): Finding[] {
  return [...source.code.matchAll(pattern)].map((match) => ({
    path: source.path,
    line: source.code.slice(0, match.index).split('\n').length,
    why: `${why}: ${match[0].trim()}`,
  }))
}
