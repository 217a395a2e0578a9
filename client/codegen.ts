// The client's types: every document in src is typed against the committed SDL. Output is committed; a test says whether it
// is current. The generator is called as a library: its command line would bring a quarter of all packages with it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { parse } from 'graphql'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const output = 'src/__generated__/'
const config = {
  useTypeImports: true,
  enumsAsTypes: true,
  scalars: { ID: 'string', DateTime: 'string', LocalDate: 'string', RoomName: 'string', JSON: 'unknown' },
}

/** Documents stand in src as graphql(`…`), whole: nothing is put into them. */
function documentsOf(file: string) {
  const texts = [...readFileSync(at(file), 'utf8').matchAll(/\bgraphql\(`([^`]*)`\)/g)].map((match) => match[1]!)
  return texts.map((text) => ({ location: at(file), document: parse(text), rawSDL: text }))
}

/** What the generator writes, by path below the client. */
export async function generate(): Promise<{ path: string; content: string }[]> {
  const schema = parse(readFileSync(at('../schema/schema.graphql'), 'utf8'))
  const files = readdirSync(at('src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(output))
    .sort()
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: output,
    schema,
    documents: files.flatMap(documentsOf),
    config,
    presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
    plugins: [],
    pluginMap: {},
  } as never)
  return Promise.all(sections.map(async (section) => ({ path: section.filename, content: await codegen(section) })))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, content } of await generate()) writeFileSync(at(path), content)
}
