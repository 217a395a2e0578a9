// What the stories are told with: a town, people in browsers of their own, and axe.
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test'
import { createDatabase } from '@faellesrum/tools/test-postgres'
import { Town } from './town.js'

type Enter = (slug: string | null, options?: BrowserContextOptions & { path?: string; language?: 'da' | 'en' }) => Promise<Page>

/** One town at a time in a worker: that of the file whose stories are being told. */
type Towns = { of(file: string): Promise<Town> }

export const test = base.extend<{ enter: Enter; town: Town }, { towns: Towns }>({
  towns: [
    // Playwright reads the first parameter's pattern; this fixture needs none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      let current: { file: string; town: Town; leave(): Promise<void> } | null = null
      await use({
        async of(file) {
          if (current?.file === file) return current.town
          await current?.leave()
          const database = await createDatabase(process.env.TEST_POSTGRES_URL!, { template: process.env.E2E_TEMPLATE! })
          const town = await Town.start(database.url)
          const leave = async (): Promise<void> => {
            await town.stop()
            await database.drop()
          }
          current = { file, town, leave }
          return town
        },
      })
      await (current as { leave(): Promise<void> } | null)?.leave()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  /** Each file has a town of its own: one file's stories give and end rights that another's rest on. */
  town: async ({ towns }, use, { file }) => use(await towns.of(file)),

  /** A browser of its own for a person of the demo, or for somebody who is not signed in. */
  enter: async ({ browser, town }, use) => {
    const contexts: { close(): Promise<void> }[] = []
    await use(async (slug, { path = '/', language = 'da', ...options } = {}) => {
      const context = await browser.newContext({ baseURL: town.url, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', ...options })
      contexts.push(context)
      const token = slug === null ? null : await tokenOf(town, slug)
      await context.addInitScript(
        ([token, language]) => {
          if (sessionStorage.getItem('story')) return
          sessionStorage.setItem('story', 'begun')
          if (token) sessionStorage.setItem('faellesrum.token', token)
          if (language === 'en') localStorage.setItem('faellesrum.language', 'en')
        },
        [token, language] as const,
      )
      const page = await context.newPage()
      await page.goto(path)
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

async function tokenOf(town: Town, person: string): Promise<string> {
  const response = await fetch(`${town.url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  })
  expect(response.ok, `sign-in of ${person} answered ${response.status}`).toBe(true)
  return ((await response.json()) as { token: string }).token
}

/** Every rule of WCAG 2.1 A and AA that axe knows, and its good manners; `except` those that the statement names. */
export async function expectNoFaults(page: Page, except: readonly string[] = []): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  // Off by itself, and what people say to their computer rests on it: a name has the words that one sees.
  const rules = { 'label-content-name-mismatch': { enabled: true } }
  // No page here has frames, and for those axe would open a page of its own each time.
  const found = await new AxeBuilder({ page }).setLegacyMode().options({ runOnly: tags, rules }).analyze()
  const violations = found.violations.filter(({ id }) => !except.includes(id))
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

export { expect } from '@playwright/test'
