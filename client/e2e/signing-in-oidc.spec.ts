// Signing in where a town has an OpenID provider: there, through its own pages, and back to where one was.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { realProvider } from '@faellesrum/tools/openid-provider'
import { createDatabase } from '@faellesrum/tools/test-postgres'
import { expect, expectNoFaults, test } from './story.js'
import { Town } from './town.js'

const admin = fileURLToPath(new URL('../../server/dist/bin/admin.js', import.meta.url))

test('at the provider and back again, as a resident without a mandate, until one signs out', async ({ browser }, info) => {
  const client = { id: 'faellesrum', secret: 'a secret of stories' }
  const provider = await realProvider(client)
  const database = await createDatabase(process.env.TEST_POSTGRES_URL!, { template: process.env.E2E_TEMPLATE! })
  const passKey = info.outputPath('pass-key.json')
  execFileSync(process.execPath, [admin, 'pass-key', passKey])
  const town = await Town.start(database.url, {
    AUTH: 'oidc',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    SESSION_SECRET: 'a secret of stories, of 32 bytes or more',
    PASS_KEY_FILE: passKey,
  })
  provider.allow(`${town.url}/auth/oidc/callback`)
  const context = await browser.newContext({ baseURL: town.url })
  try {
    const page = await context.newPage()
    await page.goto('/kommissorier/lokal-mad')
    await page.getByRole('link', { name: 'Log ind' }).click()
    await expect(page.getByRole('button', { name: /Oda Lindskov/ })).toHaveCount(0)
    await expectNoFaults(page)
    await page.getByRole('main').getByRole('link', { name: 'Log ind' }).click()

    await expect(page).toHaveURL(new RegExp(`^${provider.issuer}/`))
    await page.getByPlaceholder('Enter any login').fill('ada')
    await page.getByPlaceholder('and password').fill('any')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()

    await expect(page).toHaveURL(`${town.url}/kommissorier/lokal-mad`)
    await expect(page.getByRole('link', { name: 'Skriv med på kommissoriet' })).toHaveCount(0)
    const account = page.getByRole('button', { name: 'Din konto: Ada Fra Udbyder' })
    await page.reload()
    await account.click()
    await page.getByRole('menuitem', { name: 'Log ud' }).click()
    await expect(page.getByRole('link', { name: 'Log ind' })).toBeVisible()
    await page.reload()
    await expect(account).toHaveCount(0)
  } finally {
    await context.close()
    await town.stop()
    await provider.close()
    await database.drop()
  }
})
