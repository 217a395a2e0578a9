// The build of the web client: two pages (the rooms, and GraphiQL), all from our own files.
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

export default defineConfig(({ mode }) => {
  // `npm run dev` sets DEV_SERVER; everything that is not the client's goes there.
  const server = loadEnv(mode, '.', 'DEV_').DEV_SERVER ?? 'http://127.0.0.1:4000'
  return {
    plugins: [{ ...optimizeLocales.vite({ locales: ['da-DK', 'en-US'] }), enforce: 'pre' }, react()],
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      target: 'es2022',
      // A second chance to read the code where it runs: it is a public body's, and public.
      sourcemap: true,
      rollupOptions: { input: { index: 'index.html', graphiql: 'graphiql.html' } },
      chunkSizeWarningLimit: 1200,
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
