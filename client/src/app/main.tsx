// Where the client begins: looks, texts, server, pages.
import '@fontsource-variable/ibm-plex-sans/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { ApolloProvider } from '@apollo/client/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { RouterProvider } from 'react-router/dom'
import { startTexts, useLanguage } from '../i18n/index.js'
import { SessionProvider } from '../people/index.js'
import { connectServer } from './apollo.js'
import { makeRouter } from './router.js'

const { client, renew } = connectServer()
const router = makeRouter()

function App() {
  const language = useLanguage()
  return (
    <I18nProvider locale={language === 'da' ? 'da-DK' : 'en-US'}>
      <ApolloProvider client={client}>
        <SessionProvider renew={renew}>
          <RouterProvider router={router} />
        </SessionProvider>
      </ApolloProvider>
    </I18nProvider>
  )
}

// A chunk that is gone was replaced by a newer build: the page it belongs to is old, and loading it anew mends that once.
addEventListener('vite:preloadError', (event) => {
  const kept = 'faellesrum.reloaded'
  const at = Number(sessionStorage.getItem(kept) ?? 0)
  // Offline there is nothing newer to load: the page that stands is better than none.
  if (!navigator.onLine || Date.now() - at < 60_000) return
  sessionStorage.setItem(kept, String(Date.now()))
  event.preventDefault()
  location.reload()
})

await startTexts()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
