// The stories: few, long, in real browsers against a real town.
import { findBrowser } from '@faellesrum/tools/browser'
import { defineConfig } from '@playwright/test'

const { executablePath, args } = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/make-template.ts',
  // Two cores: a second browser would only make the first one late.
  workers: 1,
  // A busy machine is slow and no fault; nothing waits longer than it must.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    launchOptions: { executablePath, args },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  },
})
