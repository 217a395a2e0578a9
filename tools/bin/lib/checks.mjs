// Starters: what a machine can say about the source without running the product.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from './ground.mjs'

export const storeys = ['schema', 'collab', 'server', 'client', 'tools']

/** Every storey that has a tsconfig; a project builds what it refers to. */
export const checkTypes = () =>
  runNode([
    join(root, 'node_modules/typescript/bin/tsc'),
    '-b',
    ...storeys.filter((name) => existsSync(join(root, name, 'tsconfig.json'))),
  ])

export const lint = () => runNode([join(root, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings', ...storeys])
