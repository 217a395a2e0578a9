// Every document of this client, exactly as it is sent, by the SHA-256 of its text: the build writes the list down, and the
// server spares what stands in it the limits that it sets for strangers.
import { InMemoryCache } from '@apollo/client'
import { type DocumentNode, print } from 'graphql'
import { createHash } from 'node:crypto'
import * as generated from '../__generated__/graphql.js'

/** Only documents that ask; fragments travel inside of them. */
export function trustedDocuments(): Record<string, string> {
  // The cache adds `__typename` before anything is sent; the list must hold what the server gets.
  const cache = new InMemoryCache()
  const documents = Object.values(generated as Record<string, unknown>)
    .filter((value): value is DocumentNode => (value as DocumentNode | undefined)?.kind === 'Document')
    .filter(({ definitions }) => definitions.some(({ kind }) => kind === 'OperationDefinition'))
    .map((document) => print(cache.transformDocument(document)))
  return Object.fromEntries(documents.map((text) => [createHash('sha256').update(text).digest('hex'), text]))
}
