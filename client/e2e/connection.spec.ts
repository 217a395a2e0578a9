// The connection goes and comes back; and how much a first visit asks of it.
import { expect, test } from './story.js'

test('the page says when one is offline, what that means, and when one is back', async ({ enter }) => {
  const page = await enter('oda-lindskov', { path: '/udvalg' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Udvalg')
  await expect(page.getByRole('button', { name: 'Din konto: Oda Lindskov' })).toBeVisible()
  await page.context().setOffline(true)
  await expect(page.getByText('Du er offline.')).toBeVisible()
  await page.getByRole('navigation', { name: 'Udvalgene under hinanden' }).getByRole('link', { name: 'Skoleudvalget' }).click()
  // A page that was never fetched: the frame stands, and says so.
  await expect(page.getByText('Der er ingen forbindelse til Fællesrum.')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Du er på igen.')).toBeVisible()
  await page.getByRole('button', { name: 'Genindlæs siden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skoleudvalget')
})

test('a visitor’s first page asks for less than 250 KB of script, and for nothing from elsewhere', async ({ enter, town }) => {
  const first = await enter(null, { path: '/healthz' })
  const scripts: Promise<{ responseBodySize: number }>[] = []
  const foreign: string[] = []
  first.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.request().sizes())
  })
  first.on('request', (request) => {
    if (!request.url().startsWith(town.url) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  await first.goto('/')
  await expect(first.getByRole('heading', { name: 'Kommunen i tal' })).toBeVisible()
  const bytes = (await Promise.all(scripts)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(250_000)
  expect(foreign).toEqual([])
})
