// Platform: the built web client, from the same address as everything else. Hashed files may be kept for ever, the page
// itself never; every other address that a browser asks a page for is the client's own.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const notBuilt =
  '<!doctype html><meta charset="utf-8"><title>Fællesrum</title><p>The web client is not built: <code>npm run build</code>.'

export async function serveClient(app: FastifyInstance, dir: string | null, publicUrl: string): Promise<void> {
  const pages = new Map<string, { html: string; csp: string }>()
  const load = (name: string, file: string): void => {
    const path = dir === null ? null : join(dir, file)
    if (path === null || !existsSync(path)) return
    const html = readFileSync(path, 'utf8')
    pages.set(name, { html, csp: contentSecurity(html, publicUrl) })
  }
  load('/', 'index.html')
  load('/graphiql', 'graphiql.html')
  if (!pages.has('/graphiql')) load('/graphiql', 'graphiql/index.html')
  if (!pages.has('/')) pages.set('/', { html: notBuilt, csp: contentSecurity(notBuilt, publicUrl) })

  const send = (reply: FastifyReply, name: string): FastifyReply => {
    const page = pages.get(name)!
    return reply
      .header('content-security-policy', page.csp)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.html)
  }
  if (dir !== null && existsSync(dir)) {
    await app.register(fastifyStatic, {
      root: dir,
      index: false,
      wildcard: false,
      // The build leaves a small copy beside each file.
      preCompressed: true,
      // Source maps and the list of trusted documents are for us.
      globIgnore: ['**/*.map', '**/persisted-documents.json', '**/*.html', '**/*.gz'],
      cacheControl: false,
      setHeaders(reply, path) {
        const isHashed = path.includes('/assets/')
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.get('/', (_, reply) => send(reply, '/'))
  if (pages.has('/graphiql')) app.get('/graphiql', (_, reply) => send(reply, '/graphiql'))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]!
    // A monitor asks for the head only, and says nothing of what it takes.
    const wantsPage = request.method === 'HEAD' || (request.method === 'GET' && (request.headers.accept ?? '').includes('text/html'))
    const isPage =
      !/^\/(graphql|auth|collab|assets|healthz|readyz|metrics)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path)
    if (wantsPage && isPage) return send(reply, '/')
    return reply.code(404).send({ error: 'there is nothing at this address' })
  })
}

/** Scripts only from here; those that stand in the page itself by their hash. */
function contentSecurity(html: string, publicUrl: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  )
  const socket = publicUrl.replace(/^http/, 'ws')
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...inline].join(' ')}`,
    // Editors and popovers place themselves by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Named, for not every browser takes a websocket of the same host for 'self'.
    `connect-src 'self' ${socket}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
