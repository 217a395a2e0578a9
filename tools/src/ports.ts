// Tools: free ports.
import { createServer } from 'node:net'

/** The port if nobody listens on it at 127.0.0.1, else null; 0 asks for any that is free. */
export const portIfFree = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
