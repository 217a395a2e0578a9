// Signing in as somebody, being two in two tabs, and going away again; and the two languages.
import { expect, test } from './story.js'

test('one click and one is Oda; another tab is Birk, and each stays who they are', async ({ enter }) => {
  const page = await enter(null)
  await page.getByRole('link', { name: 'Log ind' }).click()
  await page.getByRole('button', { name: /Oda Lindskov/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^God \S+, Oda$/)

  const other = await page.context().newPage()
  await other.goto('/log-ind')
  await other.getByRole('button', { name: /Birk Ellemose/ }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(/, Birk$/)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/, Oda$/)
  await page.getByRole('button', { name: 'Din konto: Oda Lindskov' }).click()
  await page.getByRole('menuitem', { name: 'Log ud' }).click()
  await expect(page.getByRole('link', { name: 'Log ind' })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(/, Birk$/)
})

test('signing in leads back to where one was', async ({ enter }) => {
  const page = await enter(null, { path: '/kommissorier/lokal-mad' })
  await page.getByRole('link', { name: 'Log ind' }).click()
  await page.getByRole('searchbox', { name: 'Find en person' }).fill('halfdan')
  await page.getByRole('button', { name: /Halfdan Riisager-Bro/ }).click()
  await expect(page).toHaveURL(/\/kommissorier\/lokal-mad$/)
  await expect(page.getByRole('link', { name: 'Skriv med på kommissoriet' })).toBeVisible()
})

test('English changes the page and leaves the names of things Danish, marked as such', async ({ enter }) => {
  const page = await enter(null, { path: '/udvalg/kommunalbestyrelsen' })
  await expect(page.locator('html')).toHaveAttribute('lang', 'da')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'Members', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 }).locator('[lang=da]')).toHaveText('Kommunalbestyrelsen')
  await page.reload()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.getByRole('button', { name: 'Dansk' }).click()
  await expect(page.getByRole('link', { name: 'Log ind' })).toBeVisible()
})
