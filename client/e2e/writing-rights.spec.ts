// Rights that change while somebody writes, and words that must not be lost over it.
import type { Page } from '@playwright/test'
import { expect, expectNoFaults, test } from './story.js'

const kultur = '/kommissorier/kultur-i-kvarteret/tekst'
const lokalMad = '/kommissorier/lokal-mad/tekst'
const text = (page: Page) => page.getByRole('textbox', { name: /^Teksten til/ })

/** At the end of the section, where the outline leads. */
async function writeIn(page: Page, section: string, words: string): Promise<void> {
  await expect(text(page)).toBeVisible()
  await page.getByRole('navigation', { name: 'Afsnit' }).getByRole('link', { name: section }).click()
  await expect(text(page)).toBeFocused()
  await page.keyboard.type(words, { delay: 5 })
}

test('a reader follows live and a visitor without a socket; neither can change a letter', async ({ enter }) => {
  const solvej = await enter('solvej-granhoej-bek', { path: kultur })
  const ebbe = await enter('ebbe-kragelundby', { path: kultur })
  await writeIn(solvej, 'Bilag', 'Et kort over gårdene.')
  await expect(ebbe.getByText('Et kort over gårdene.')).toBeVisible()
  await ebbe.getByText('Et kort over gårdene.').click()
  await ebbe.keyboard.type('ikke mig')
  await expect(ebbe.getByText('ikke mig')).toHaveCount(0)
  await expectNoFaults(ebbe)

  const visitor = await enter(null, { path: kultur })
  const sockets: string[] = []
  visitor.on('websocket', (socket) => sockets.push(socket.url()))
  await visitor.reload()
  await expect(visitor.getByText('Et kort over gårdene.')).toBeVisible()
  await expect(visitor.getByRole('button', { name: 'Log ind' })).toBeVisible()
  expect(sockets.filter((url) => url.includes('/collab/'))).toEqual([])
  await expectNoFaults(visitor)
})

test('signed out elsewhere: the text stays, says so, and takes no more words', async ({ enter, town }) => {
  const oda = await enter('oda-lindskov', { path: lokalMad })
  await writeIn(oda, 'Økonomi', 'Inden for rammen.')
  await expect(oda.getByText(/^Gemt\skl\./)).toBeVisible()
  const token = await oda.evaluate(() => sessionStorage.getItem('faellesrum.token'))
  await fetch(`${town.url}/auth/sign-out`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  await expect(oda.getByRole('button', { name: 'Log ind igen' })).toBeVisible({ timeout: 5_000 })
  await expect(oda.getByText('Inden for rammen.')).toBeVisible()
  await expect(oda.locator('[contenteditable=true]')).toHaveCount(0)
})

test('words typed while the server is away are kept on the device over the closing of the page', async ({ enter, town }) => {
  const oda = await enter('oda-lindskov', { path: lokalMad })
  await writeIn(oda, 'Forankring', 'Før.')
  await expect(oda.getByText(/^Gemt\skl\./)).toBeVisible()
  await town.kill()
  await expect(oda.getByText('Offline – gemt på denne enhed').first()).toBeVisible()
  await oda.keyboard.type(' I toget.', { delay: 5 })
  await expect(text(oda)).toContainText('I toget.')
  // A page of the same browser that opens after the first was closed, so that nobody but the device can know the words.
  const browser = oda.context()
  await oda.close()
  await town.start()
  const again = await browser.newPage()
  await again.goto(lokalMad)
  await expect(text(again)).toContainText('Før. I toget.')
  const birk = await enter('birk-ellemose', { path: lokalMad })
  await expect(text(birk)).toContainText('Før. I toget.')
})

test('words that nobody holds are not left without a question', async ({ enter, town }) => {
  const birk = await enter('birk-ellemose', { path: '/healthz' })
  await birk.evaluate(() => localStorage.setItem('faellesrum.on-device', 'no'))
  await birk.goto(lokalMad)
  await writeIn(birk, 'Forankring', ' Hos Birk.')
  await expect(birk.getByText(/^Gemt\skl\./)).toBeVisible()
  await town.kill()
  await birk.keyboard.type(' Kun her.', { delay: 5 })
  await expect(birk.getByText('Ikke gemt', { exact: true }).first()).toBeVisible()
  await birk.getByRole('link', { name: 'Tilbage til kommissoriet' }).click()
  await expect(birk.getByRole('alertdialog')).toContainText('hverken gemt i Fællesrum eller på denne enhed')
  await expectNoFaults(birk)
  await birk.getByRole('button', { name: 'Bliv her' }).click()
  await town.start()
  await expect(birk.getByText(/^Gemt\skl\./)).toBeVisible()
  await expect(text(birk)).toContainText('Kun her.')
  await birk.getByRole('link', { name: 'Tilbage til kommissoriet' }).click()
  await expect(birk).toHaveURL(/\/kommissorier\/lokal-mad$/)
})

test('by keyboard alone: into the text, to the tools, and out again', async ({ enter }) => {
  const birk = await enter('birk-ellemose', { path: lokalMad })
  await expect(text(birk)).toBeVisible()
  await birk.getByRole('navigation', { name: 'Afsnit' }).getByRole('link', { name: 'Kommunikation' }).focus()
  await birk.keyboard.press('Enter')
  await expect(text(birk)).toBeFocused()
  await birk.keyboard.type('Alle får besked ')
  await birk.keyboard.press('Alt+F10')
  await expect(birk.getByRole('button', { name: 'Fortryd' })).toBeFocused()
  for (let i = 0; i < 4; i++) await birk.keyboard.press('ArrowRight')
  await expect(birk.getByRole('button', { name: 'Fed' })).toBeFocused()
  await birk.keyboard.press('Enter')
  await expect(birk.getByRole('button', { name: 'Fed' })).toHaveAttribute('aria-pressed', 'true')
  await expect(text(birk)).toBeFocused()
  await birk.keyboard.type('i god tid')
  await expect(text(birk).locator('strong', { hasText: 'i god tid' })).toBeVisible()
  await birk.keyboard.press('Escape')
  await expect(text(birk)).not.toBeFocused()
  await birk.keyboard.press('Tab')
  await expect(text(birk)).not.toBeFocused()
})

test('a heading of the template cannot be deleted by accident, and undo takes back one’s own words only', async ({ enter }) => {
  const oda = await enter('oda-lindskov', { path: lokalMad })
  const birk = await enter('birk-ellemose', { path: lokalMad })
  await writeIn(birk, 'Leverancer', 'Birks ord.')
  await writeIn(oda, 'Inddragelse', 'Odas ord.')
  await expect(text(oda)).toContainText('Birks ord.')
  await oda.keyboard.press('Control+z')
  await expect(text(oda)).not.toContainText('Odas ord.')
  await expect(text(oda)).toContainText('Birks ord.')
  await oda.keyboard.press('Control+a')
  await oda.keyboard.press('Delete')
  await expect(oda.getByText('Overskriften hører til skabelonen')).toBeVisible()
  await expect(text(oda)).toContainText('Birks ord.')
})

test('an editor that threw over the words of another is built anew: those words stay, and one goes on where one was', async ({ enter }) => {
  const birk = await enter('birk-ellemose', { path: lokalMad })
  const oda = await enter('oda-lindskov', { path: lokalMad })
  await writeIn(oda, 'Deltagere', ' Før fejlen,')
  await text(oda).evaluate((element) => element.setAttribute('data-old', ''))
  // The binding asks for this in the middle of bringing Birk's words to the sheet.
  await oda.evaluate(() => {
    const asked = Range.prototype.getBoundingClientRect
    Range.prototype.getBoundingClientRect = function () {
      Range.prototype.getBoundingClientRect = asked
      throw new TypeError('the binding fell over')
    }
  })
  await writeIn(birk, 'Kommunikation', ' Birks ord imens.')
  await expect(oda.locator('[data-old]')).toHaveCount(0)
  await expect(text(oda)).toBeFocused()
  await oda.keyboard.type(' og efter.', { delay: 5 })
  for (const page of [oda, birk]) {
    await expect(text(page)).toContainText('Før fejlen, og efter.')
    await expect(text(page)).toContainText('Birks ord imens.')
  }
})

test('what is pasted is cut to what a text may hold', async ({ enter }) => {
  const oda = await enter('oda-lindskov', { path: lokalMad })
  await writeIn(oda, 'Sekretariat', 'Se ')
  await oda.evaluate(() => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<p onclick="x()">den <b>gode</b> <a href="javascript:alert(1)">onde</a> og <a href="https://gentofte.dk/" target="_blank">åbne</a> vej<img src="x"><script>x()</script></p>',
    )
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(text(oda)).toContainText('den gode onde og åbne vej')
  await expect(text(oda).getByRole('link')).toHaveText(['åbne'])
  await expect(text(oda).locator('img[src], script, [onclick]')).toHaveCount(0)
  await expect(oda.getByText(/^Gemt\skl\./)).toBeVisible()
})

test('an invitation that ends takes the right to write with it within two seconds', async ({ enter, town }) => {
  const solvej = await enter('solvej-granhoej-bek', { path: kultur })
  await writeIn(solvej, 'Tidsplan', 'Fra maj.')
  await expect(solvej.getByText(/^Gemt\skl\./)).toBeVisible()
  const birk = await enter('birk-ellemose')
  const token = await birk.evaluate(() => sessionStorage.getItem('faellesrum.token'))
  const ask = async (query: string, variables: object = {}) => {
    const answer = await fetch(`${town.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return (await answer.json()) as { data: any; errors?: unknown }
  }
  const { data } = await ask('{ commission(slug: "kultur-i-kvarteret") { invitations { id person { name } } } }')
  const { id } = data.commission.invitations.find(({ person }: { person: { name: string } }) => person.name.startsWith('Solvej'))
  const ended = await ask(
    'mutation ($input: EndMandateInput!) { endMandate(input: $input) { __typename ... on Refusal { code message } } }',
    { input: { key: 'end-solvej', mandate: id, on: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), because: 'prøve' } },
  )
  expect(ended.data?.endMandate?.__typename, JSON.stringify(ended)).toBe('MandateResult')
  await expect(solvej.locator('[contenteditable=true]')).toHaveCount(0, { timeout: 4_000 })
  await expect(solvej.getByText('Fra maj.')).toBeVisible()
})
