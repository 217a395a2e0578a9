// Starters: `npm run dev`. One address: Vite serves the client with fast refresh and passes the rest on to the server,
// which is compiled on change and started anew.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { loadEnv, tools } from './lib/data.mjs'
import { checkNode, giveUp, root, say } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'

checkNode()
loadEnv()
await ensureInstalled()
await ensureBuilt(['server'])

const port = Number(process.env.PORT || 4000)
const host = process.env.HOST || '127.0.0.1'
const apiPort = await (await tools('ports')).portIfFree(0)
const target = `http://127.0.0.1:${apiPort}`
// client/vite.config.ts passes to it whatever is not the client's.
process.env.DEV_SERVER = target
const { createServer } = await import('vite')
const vite = await createServer({ root: join(root, 'client'), server: { port, host, strictPort: true } })
await vite.listen().catch((error) => giveUp(`${error.message}: set PORT to another one`))

// Each heads a group of its own: the compiler starts another program and does not take it along when it ends.
const start = (args, env = process.env) =>
  spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
const tsc = join(root, 'node_modules/typescript/bin/tsc')
const compiler = start([tsc, '-b', '--watch', '--preserveWatchOutput', 'server'])
// The browser's Origin is Vite's address, so that is the public one.
const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`
const server = start(['--watch', '--watch-preserve-output', 'server/dist/bin/all.js'], {
  ...process.env,
  PORT: String(apiPort),
  HOST: '127.0.0.1',
  PUBLIC_URL: publicUrl,
})
say(`Developing at http://localhost:${port} (server at ${target}); Ctrl-C stops`)

let isStopping = false
async function stop(code) {
  if (isStopping) return
  isStopping = true
  const gone = [compiler, server].map((child) => new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.on('exit', done)
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGTERM')
  }))
  await Promise.all([...gone, vite.close()])
  process.exit(code)
}
for (const child of [compiler, server]) child.on('exit', () => void stop(1))
// Vite's optimizer fails outside of every promise of ours; the others must not outlive it.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack ?? error}\n`)
  void stop(1)
})
process.on('SIGINT', () => void stop(130))
process.on('SIGTERM', () => void stop(143))
