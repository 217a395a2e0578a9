// Starters: `npm run check`. Types, lint, guards, and the tests that are quick: under a minute.
import { checkTypes, lint } from './lib/checks.mjs'
import { checkNode } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { commandPart, finish, vitestPart } from './lib/parts.mjs'

checkNode()
await ensureInstalled()
finish([
  await commandPart('types', checkTypes),
  await commandPart('lint', lint),
  await vitestPart('schema'),
  // Starting and killing servers takes its time; `npm test` does that.
  await vitestPart('tools', {
    args: ['*postgres', 'start', 'cluster'].flatMap((name) => ['--exclude', `**/${name}.test.ts`]),
  }),
])
