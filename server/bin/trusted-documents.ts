// The documents of our own client, which its build has written down: known by their text.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export function trustedDocuments(clientDir: string | null): (text: string) => boolean {
  const file = clientDir === null ? null : join(clientDir, 'persisted-documents.json')
  if (file === null || !existsSync(file)) return () => false
  const documents = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const texts = new Set(Object.values(documents))
  return (text) => texts.has(text)
}
