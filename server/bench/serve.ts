// The bench: one server in a process of its own. Prints its port, serves until its standard input ends.
import { apolloTypeormPeer } from './peers/apollo-typeorm.js'
import { barePeer } from './peers/bare-pg.js'
import { mercuriusPeer } from './peers/mercurius.js'
import { ours } from './peers/faellesrum.js'

type Peer = { listen(where: { port: number; host: string }): Promise<string> }
const servers: Record<string, (databaseUrl: string, dataDir: string) => Promise<Peer>> = {
  faellesrum: ours,
  'apollo-typeorm': apolloTypeormPeer,
  mercurius: mercuriusPeer,
  'bare-pg': barePeer,
}

const [name, databaseUrl, dataDir] = process.argv.slice(2)
const server = await servers[name!]!(databaseUrl!, dataDir!)
console.log(await server.listen({ port: 0, host: '127.0.0.1' }))
process.stdin.resume().on('end', () => process.exit(0))
