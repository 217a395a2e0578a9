// Collab: its tests run from source, against one real PostgreSQL for the whole run.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    globalSetup: ['@faellesrum/tools/test-postgres'],
    // One for each core: the tests wait for the database more than they reckon.
    maxWorkers: '100%',
    include: ['{src,faults,probes}/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
