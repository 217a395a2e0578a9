// Starters: where the embedded database lies, and how to reach it.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './ground.mjs'

/** What is set in the environment wins over the file. */
export function loadEnv() {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

export const dataDir = () => resolve(root, process.env.DATA_DIR || '.data')
export const postgresDir = () => join(dataDir(), 'postgres')

/** The built tools; import only after `ensureBuilt`. */
export const tools = (name) => import(pathToFileURL(join(root, `tools/dist/src/${name}.js`)).href)
