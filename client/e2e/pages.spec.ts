// Every page, for a visitor, a politician and the administration, in both languages: it is there, and axe finds nothing.
import type { Page } from '@playwright/test'
import { expect, expectNoFaults, test } from './story.js'

const open = [
  ['/', 'Hvad vil vi med vores kommune?'],
  ['/udvalg', 'Udvalg'],
  ['/udvalg?vis=kort', 'Udvalg'],
  ['/udvalg/kommunalbestyrelsen', 'Kommunalbestyrelsen'],
  ['/udvalg/kultur-unge-og-fritid', 'Kultur-, Unge- og Fritidsudvalget'],
  ['/udvalg/en-ung-politik-naeste-kapitel', 'EN UNG POLITIK, næste kapitel'],
  ['/udvalg/mit-campus', 'MIT-Campus'],
  ['/kommissorier', 'Kommissorier'],
  ['/kommissorier/kultur-i-kvarteret', 'Kultur i kvarteret'],
  ['/kommissorier/en-ung-politik-naeste-kapitel', 'EN UNG POLITIK, næste kapitel'],
  ['/log-ind', 'Log ind'],
  ['/om', 'Om kommunen og kilden'],
  ['/was', 'Tilgængelighedserklæring'],
  ['/privatliv', 'Privatliv'],
  ['/invitation/findes-ikke', 'Invitation'],
  ['/findes/ikke', 'Siden findes ikke'],
] as const

const inside = {
  'oda-lindskov': ['/', '/kommissorier/lokal-mad'],
  'yasmin-pihlkjaer': ['/', '/personer', '/kommissorier/groenne-veje'],
  'ebbe-kragelundby': ['/'],
}

async function expectWhole(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expectNoFaults(page)
}

test('every page is there for everybody, without faults', async ({ enter }) => {
  test.setTimeout(300_000)
  const page = await enter(null)
  for (const [path, heading] of open) {
    await test.step(path, async () => {
      await page.goto(path)
      const h1 = page.getByRole('heading', { level: 1 })
      await expect.poll(async () => (await h1.textContent())?.replaceAll('\u00ad', '')).toBe(heading)
      await expectWhole(page)
    })
  }
})

test('what members and administration see is without faults, on a phone too', async ({ enter }) => {
  test.setTimeout(300_000)
  for (const [who, paths] of Object.entries(inside)) {
    const page = await enter(who)
    for (const path of paths) {
      await test.step(`${who} ${path}`, async () => {
        await page.goto(path)
        for (const width of [1280, 375]) {
          await page.setViewportSize({ width, height: 800 })
          await expectWhole(page)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        }
      })
    }
  }
})

test('English is without faults too', async ({ enter }) => {
  const page = await enter(null, { language: 'en', path: '/udvalg/en-ung-politik-naeste-kapitel' })
  await expect(page.getByRole('heading', { name: 'Step 7 of 10: At work' })).toBeVisible()
  await expectWhole(page)
})

test('the workbench for the API stands on its own files and answers', async ({ enter }) => {
  const foreign: string[] = []
  const page = await enter(null)
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(page.url()).origin) foreign.push(request.url())
  })
  await page.goto('/graphiql')
  // The button is there before the editor has its query.
  await expect(async () => {
    await page.getByRole('button', { name: /Execute query/ }).click()
    await expect(page.locator('.result-window')).toContainText('Kultur-, Unge- og Fritidsudvalget', { timeout: 3000 })
  }).toPass()
  expect(foreign).toEqual([])
  // The two that the accessibility statement names are GraphiQL's own.
  await expectNoFaults(page, ['nested-interactive', 'scrollable-region-focusable'])
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)

  await page.locator('.graphiql-query-editor .CodeMirror').click()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /Execute query/ })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('textbox', { name: 'Query' })).toBeFocused()
  await page.getByRole('link', { name: 'Back to Fællesrum' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad vil vi med vores kommune?')
})
