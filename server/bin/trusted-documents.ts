// The documents of our own client, which its build has written down: known by the SHA-256 of their text.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export function trustedDocuments(clientDir: string | null): (hash: string) => boolean {
  const file = clientDir === null ? null : join(clientDir, 'persisted-documents.json')
  if (file === null || !existsSync(file)) return () => false
  const documents = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const hashes = new Set(Object.values(documents).map((text) => createHash('sha256').update(text).digest('hex')))
  return (hash) => hashes.has(hash)
}
