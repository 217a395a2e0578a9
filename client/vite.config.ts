// The build of the web client: two pages (the rooms, and GraphiQL), all from our own files.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type Plugin, runnerImport } from 'vite'

/** Writes the list of the client's own documents beside the pages, for the server. */
const listDocuments: Plugin = {
  name: 'list-documents',
  apply: 'build',
  async generateBundle() {
    const path = fileURLToPath(new URL('src/app/trusted-documents.ts', import.meta.url))
    const { module } = await runnerImport<typeof import('./src/app/trusted-documents.js')>(path)
    this.emitFile({ type: 'asset', fileName: 'persisted-documents.json', source: JSON.stringify(module.trustedDocuments()) })
  },
}

/** Small for the wire, once and not at every visit: the server sends the copy that stands beside a file. */
const compressFiles: Plugin = {
  name: 'compress-files',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const file of Object.values(bundle)) {
      if (!/\.(js|css|svg)$/.test(file.fileName)) continue
      const content = file.type === 'chunk' ? file.code : file.source
      writeFileSync(join(dir!, `${file.fileName}.gz`), gzipSync(content, { level: 9 }))
    }
  },
}

export default defineConfig(({ mode }) => {
  // `npm run dev` sets DEV_SERVER; everything that is not the client's goes there.
  const server = loadEnv(mode, '.', 'DEV_').DEV_SERVER ?? 'http://127.0.0.1:4000'
  return {
    plugins: [{ ...optimizeLocales.vite({ locales: ['da-DK', 'en-US'] }), enforce: 'pre' }, react(), listDocuments, compressFiles],
    // Our own source, so that a change in the rules is seen at once. By alias and not by the condition `source`: React Aria's
    // packages answer to that name too, with sources that are not written for our compiler.
    resolve: {
      alias: [{ find: /^@faellesrum\/schema\/([a-z-]+)$/, replacement: fileURLToPath(new URL('../schema/src/$1/index.ts', import.meta.url)) }],
    },
    build: {
      target: 'es2022',
      rolldownOptions: {
        input: { index: 'index.html', graphiql: 'graphiql.html' },
        // Notes to a compiler that is not used here.
        checks: { moduleLevelDirective: false },
      },
      // The text's editor and GraphiQL's are larger than any other page, and nobody else loads them.
      chunkSizeWarningLimit: 700,
    },
    server: {
      proxy: {
        '/graphql': { target: server, ws: true },
        '/collab': { target: server, ws: true },
        '/auth': server,
        '/healthz': server,
        '/readyz': server,
      },
    },
  }
})
