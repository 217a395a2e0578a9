// The client's quick tests: what can be said without a browser, and the parts of the design system in one. Stories: e2e/.
import { findBrowser } from '@faellesrum/tools/browser'
import { playwright } from '@vitest/browser-playwright'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const { executablePath, args } = await findBrowser()
const rules = { find: /^@faellesrum\/schema\/([a-z-]+)$/, replacement: fileURLToPath(new URL('../schema/src/$1/index.ts', import.meta.url)) }

const foundWhileRunning = [
  'react-aria-components', 'axe-core', 'react-router', 'react-i18next', 'lucide-react', 'yjs', 'y-protocols/awareness', 'lib0/decoding',
  'lib0/encoding', '@tiptap/core', '@tiptap/react', '@tiptap/y-tiptap', '@tiptap/pm/state', '@tiptap/pm/view', '@tiptap/pm/model',
  '@tiptap/starter-kit', '@tiptap/extension-collaboration', '@tiptap/extension-collaboration-caret', '@tiptap/extension-heading',
  '@tiptap/extension-table', '@tiptap/extension-unique-id', '@apollo/client', '@apollo/client/react', 'rxjs', 'react-router/dom', '@xyflow/react', '@dagrejs/dagre',
]

export default defineConfig({
  resolve: { alias: [rules] },
  test: {
    projects: [
      { extends: true, test: { name: 'plain', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        // Found while a test runs, they would make the page load anew in the middle of it.
        optimizeDeps: { include: foundWhileRunning },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
