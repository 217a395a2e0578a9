// Every page, for a visitor, a politician and the administration, in both languages: it is there, and axe finds nothing.
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

for (const [path, heading] of open) {
  test(`${path} is there for everybody, without faults`, async ({ enter }) => {
    const page = await enter(null, { path })
    const h1 = page.getByRole('heading', { level: 1 })
    await expect(h1).toHaveText(new RegExp(heading.split('').join('\u00ad?').replaceAll('?\u00ad', '?').replace('?', '\\?')))
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expectNoFaults(page)
  })
}

for (const [who, path] of [
  ['oda-lindskov', '/'],
  ['oda-lindskov', '/kommissorier/lokal-mad'],
  ['yasmin-pihlkjaer', '/'],
  ['yasmin-pihlkjaer', '/personer'],
  ['yasmin-pihlkjaer', '/kommissorier/groenne-veje'],
  ['ebbe-kragelundby', '/'],
] as const) {
  test(`${path} is there for ${who}, without faults, on a phone too`, async ({ enter }) => {
    const page = await enter(who, { path })
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      await expectNoFaults(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
}

test('the workbench for the API stands on its own files and answers', async ({ enter }) => {
  const foreign: string[] = []
  const page = await enter(null)
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(page.url()).origin) foreign.push(request.url())
  })
  await page.goto('/graphiql')
  await page.getByRole('button', { name: /Execute query/ }).click()
  await expect(page.locator('.result-window')).toContainText('Kultur-, Unge- og Fritidsudvalget')
  expect(foreign).toEqual([])
})
