// Server: how its tests run.
import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    conditions: ['source'],
    // One copy of graphql: Vite would take the module build while type-graphql loads the other.
    alias: { graphql: createRequire(import.meta.url).resolve('graphql') },
  },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['src/**/*.test.ts', 'bin/**/*.test.ts', 'migrations/**/*.test.ts'],
    globalSetup: ['@faellesrum/tools/test-postgres'],
    // One for each core: the tests wait for the database more than they reckon.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
