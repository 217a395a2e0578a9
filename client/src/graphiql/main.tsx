// The workbench for the API: GraphiQL from our own files, with queries to begin from.
import 'graphiql/style.css'
import './graphiql.css'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { identity } from '../people/index.js'
import { paths } from '../ui/index.js'
import { keepReachable } from './editors.js'
import { examples } from './examples.js'

const { headers, credentials } = identity()

const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  subscriptionUrl: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  headers,
  ...(headers.authorization && { wsConnectionParams: { authorization: headers.authorization } }),
  fetch: (input, init) => fetch(input, { ...init, credentials }),
})

const root = document.getElementById('root')!
keepReachable(root)
createRoot(root).render(
  <>
    <header className="bar">
      <a href={paths.front}>← Back to Fællesrum</a>
    </header>
    <main>
      <h1>GraphiQL: ask the API of Fællesrum</h1>
      <GraphiQL fetcher={fetcher} defaultTabs={examples} defaultQuery={examples[0]!.query} forcedTheme="light" />
    </main>
  </>,
)
