// The client's memory of the server: one cache, requests over HTTP, subscriptions over one socket that comes back by itself.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'
import { languageNow, onLanguage } from '../i18n/index.js'
import { identity, tokenOfTab } from '../people/index.js'
import { heard, lost } from './connection.js'
import { possibleTypes } from './possible-types.js'

export type Server = Readonly<{ client: ApolloClient; renew: () => Promise<void> }>

export function connectServer(): Server {
  const http = new HttpLink({
    uri: '/graphql',
    fetch: async (input, init) => {
      const { headers, credentials } = identity()
      try {
        const response = await fetch(input, {
          ...init,
          credentials,
          headers: { ...(init?.headers as Record<string, string>), ...headers, 'accept-language': languageNow() },
        })
        heard()
        return response
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'AbortError')) lost()
        throw error
      }
    },
  })
  const socket = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    keepAlive: 10_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    connectionParams: () => {
      const token = tokenOfTab()
      return { 'accept-language': languageNow(), ...(token && { authorization: `Bearer ${token}` }) }
    },
    on: {
      closed: (event) => {
        if (event instanceof CloseEvent && !event.wasClean) lost()
      },
      // What happened while the socket was gone was told to nobody here: ask again.
      connected: (_socket, _payload, again) => {
        heard()
        if (again) void client.refetchQueries({ include: 'active' })
      },
    },
  })
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      http,
    ),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Municipality: { keyFields: [] },
        Viewer: { keyFields: [] },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })
  // A socket keeps the language it was opened in: the next one is opened in that of the page.
  onLanguage(() => {
    socket.terminate()
    void client.refetchQueries({ include: 'active' })
  })
  const renew = async () => {
    socket.terminate()
    await client.clearStore()
    await client.refetchQueries({ include: 'active' })
  }
  return { client, renew }
}
