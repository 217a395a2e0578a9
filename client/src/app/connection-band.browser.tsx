// The band says of one's words what is true of them, and nothing where nobody writes.
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { startTexts } from '../i18n/index.js'
import { tellKeptHere } from '../rooms/index.js'
import { ConnectionBand } from './connection-band.js'

beforeAll(() => startTexts('da'))
afterEach(() => tellKeptHere(null))

test.each([
  [null, 'Du er offline.'],
  [true, 'Du er offline. Det, du skriver, bliver gemt her og sendt, når du er på nettet igen.'],
  [false, 'Du er offline. Det, du skriver, er ikke gemt, før du er på nettet igen.'],
])('offline, kept on this device %s: %s', async (kept, words) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const screen = await render(<ConnectionBand />)
  dispatchEvent(new Event('offline'))
  tellKeptHere(kept)
  await expect.poll(() => screen.getByRole('status').element().textContent).toBe(words)
})
