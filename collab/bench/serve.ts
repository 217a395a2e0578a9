// The bench: one server in a process of its own. Says its port; a killed starter takes it along.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Ground, ServerName } from './names.js'
import { faellesrum } from './servers/faellesrum.js'
import { hocuspocus } from './servers/hocuspocus.js'
import type { Served } from './servers/listen.js'
import { bareRelay, batchingRelay, splicingRelay } from './servers/relay.js'
import { yWebsocketLeveldb, yWebsocketServer } from './servers/y-websocket-server.js'

const starters: Record<ServerName, (ground: Ground) => Promise<Served>> = {
  faellesrum,
  'y-websocket-server': yWebsocketServer,
  'y-websocket-leveldb': yWebsocketLeveldb,
  hocuspocus,
  'bare-relay': bareRelay,
  'batching-relay': batchingRelay,
  'splicing-relay': splicingRelay,
}

const everyMs = 5
const delay = monitorEventLoopDelay({ resolution: everyMs })
delay.enable()

export type Asked = { ask: 'forget-delay' | 'delay' | 'collect-garbage' }

process.on('message', ({ ask }: Asked) => {
  if (ask === 'collect-garbage') for (let i = 0; i < 3; i++) globalThis.gc?.()
  if (ask === 'forget-delay') delay.reset()
  // The histogram holds the whole time between two of its ticks.
  process.send!({ answer: ask === 'delay' ? Math.max(0, delay.max / 1e6 - everyMs) : null })
})
process.on('disconnect', () => process.exit(0))

const [name, ground] = process.argv.slice(2)
const served = await starters[name as ServerName](JSON.parse(ground!) as Ground)
process.on('SIGTERM', () => void served.close().then(() => process.exit(0)))
process.send!({ port: served.port })
