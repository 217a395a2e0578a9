// Starters: the build. Turborepo knows by content what has changed, so a second start builds nothing.
import { join } from 'node:path'
import { giveUp, root, runNode, say } from './ground.mjs'

export const turbo = join(root, 'node_modules/turbo/bin/turbo')

/** Builds what is not built; `packages` narrows it to some and what they need. */
export async function ensureBuilt(packages = []) {
  const filters = packages.map((name) => `--filter=@faellesrum/${name}`)
  const args = ['run', 'build', '--output-logs=errors-only', '--no-update-notifier', ...filters]
  say('Building what has changed …')
  const code = await runNode([turbo, ...args], { env: buildEnv(), stdio: 'ignore' })
  if (code === 0) return
  // Once more, loud: the quiet run kept the compiler's words to itself. What succeeded comes from the cache.
  await runNode([turbo, ...args, '--log-order=grouped'], { env: buildEnv() })
  giveUp('The build failed; what the compiler said stands above.')
}

/** No telemetry, no daemon, no question to anybody outside. */
export const buildEnv = () => ({
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
})
