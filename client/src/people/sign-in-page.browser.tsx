// Where sign-in is by a provider: the way there holds the way back. What the server does with it: server/src/auth.
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { of } from 'rxjs'
import { beforeAll, expect, test } from 'vitest'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { render } from 'vitest-browser-react'
import { startTexts } from '../i18n/index.js'
import { paths } from '../ui/index.js'
import { SignInPage } from './sign-in-page.js'

beforeAll(() => startTexts('da'))

test.each([
  [{ from: '/kommissorier/lokal-mad/tekst' }, '/kommissorier/lokal-mad/tekst'],
  [{ from: '/invitation/a&b?c#d' }, '/invitation/a&b?c#d'],
  [null, '/'],
])('from %j the provider’s sign-in leads back to %s', async (state, path) => {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new ApolloLink(() => of({ data: { demoPersons: [] } })) })
  const router = createMemoryRouter([{ path: '*', element: <SignInPage /> }], { initialEntries: [{ pathname: paths.signIn, state }] })
  const screen = await render(
    <ApolloProvider client={client}>
      <RouterProvider router={router} />
    </ApolloProvider>,
  )
  const link = screen.getByRole('link', { name: 'Log ind' })
  await expect.element(link).toBeVisible()
  const url = new URL((link.element() as HTMLAnchorElement).href)
  expect(url.pathname).toBe('/auth/oidc/start')
  expect(Object.fromEntries(url.searchParams)).toEqual({ returnTo: path })
})
