// Where the built client lies: beside us in the workspace, whether we run from `src` or from `dist`.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export function clientDir(): string | null {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'client', 'package.json'))) {
    if (dirname(at) === at) return null
    at = dirname(at)
  }
  return join(at, 'client', 'dist')
}
