// Writing one text together: two who write, one who reads, one on a phone, and a server that dies meanwhile.
import type { Page } from '@playwright/test'
import { expect, expectNoFaults, test } from './story.js'

const text = (page: Page) => page.getByRole('textbox').first()
const lokalMad = '/kommissorier/lokal-mad/tekst'
const kultur = '/kommissorier/kultur-i-kvarteret/tekst'

/** Sets the caret at the end of the paragraph that holds these words, and types. */
async function writeAfter(page: Page, words: string, more: string): Promise<void> {
  await text(page).getByText(words).click()
  await page.keyboard.press('End')
  await page.keyboard.type(more, { delay: 5 })
}

test('Oda and the clerk write together, and see each other and whose words are whose', async ({ enter }) => {
  const oda = await enter('oda-lindskov', { path: lokalMad })
  const birk = await enter('birk-ellemose', { path: lokalMad })
  await expect(text(oda)).toBeVisible()
  await expect(text(birk)).toBeVisible()
  await writeAfter(oda, 'Lidt af den kommer fra nærheden.', ' Mere kunne gøre det.')
  await writeAfter(birk, 'inden første møde.', ' Priserne står i bilaget.')
  await expect(text(oda)).toContainText('Priserne står i bilaget.')
  await expect(text(birk)).toContainText('Mere kunne gøre det.')
  await expect(oda.getByText('2 er her')).toBeVisible()
  await expect(oda.getByText(/^Gemt/).first()).toBeVisible()
  await expect(text(oda).getByText('Birk Ellemose').first()).toBeAttached()

  await oda.getByText('Hvem har skrevet hvad').click()
  const legend = oda.getByText(/^Birk Ellemose\s\d/)
  await expect(legend.first()).toBeVisible()
  await expectNoFaults(oda)
})

test('two in one paragraph: nobody’s words are turned round while another writes before them', async ({ enter }) => {
  const oda = await enter('oda-lindskov', { path: lokalMad })
  const birk = await enter('birk-ellemose', { path: lokalMad })
  // A paragraph of one line: Home and End go to the ends of lines, and a caret's name would stand among the words looked for.
  const theirs = (page: Page) => text(page).locator('p', { hasText: 'Økonomiudvalget.' })
  await theirs(birk).click()
  await birk.keyboard.press('Home')
  await theirs(oda).click()
  await oda.keyboard.press('End')
  const [hers, his] = [' Oda skriver dette til sidst.', 'Birk først, og i ro og mag: ']
  await Promise.all([oda.keyboard.type(hers, { delay: 150 }), birk.keyboard.type(his, { delay: 110 })])
  for (const page of [oda, birk]) {
    await expect(text(page)).toContainText(hers.trim())
    await expect(text(page)).toContainText(his.trim())
  }
  await birk.keyboard.press('Enter')
  await expect(text(oda).locator('p', { hasText: hers.trim() })).not.toContainText(his.trim())
  await oda.keyboard.type(' Og videre.', { delay: 60 })
  await expect(text(birk)).toContainText(`${hers.trim()} Og videre.`)
})

test('a closed draft says that it is closed, to whom, and leads back, also on a phone', async ({ enter }) => {
  for (const viewport of [{ width: 375, height: 740 }, { width: 1024, height: 768 }]) {
    const isak = await enter('isak-bremerholt', { path: lokalMad, viewport })
    await expect(isak.getByText('Udkastet er lukket')).toBeVisible()
    await expect(isak.getByRole('heading', { level: 1, name: 'Lokal mad' })).toBeVisible()
    await expectNoFaults(isak)
    await isak.getByRole('link', { name: 'Til kommissoriet', exact: true }).click()
    await expect(isak).toHaveURL(/\/kommissorier\/lokal-mad$/)
  }
})

test('a resident opens the same kind of page, and can only read', async ({ enter }) => {
  const ebbe = await enter('ebbe-kragelundby', { path: kultur })
  await expect(ebbe.getByText('Du læser som')).toBeVisible()
  await expect(ebbe.getByText('Du kan læse, men ikke skrive. Spørg Elna eller Silas, hvis du vil skrive med.')).toBeVisible()
  await expect(ebbe.locator('[contenteditable=true]')).toHaveCount(0)
})

test('who was invited writes from the width of a phone', async ({ enter }) => {
  const solvej = await enter('solvej-granhoej-bek', { path: kultur, viewport: { width: 375, height: 740 } })
  const elna = await enter('elna-brinkholt', { path: kultur })
  await expect(text(solvej)).toBeVisible()
  await writeAfter(solvej, 'Ingen tilmelding, ingen skema.', ' Bare kaffe.')
  await expect(text(elna)).toContainText('Bare kaffe.')
  await expect(solvej.getByText(/^Gemt/).first()).toBeVisible()
})

test('the server is killed and comes back: both go on writing, and nothing is lost', async ({ enter, town }) => {
  const oda = await enter('oda-lindskov', { path: lokalMad })
  const birk = await enter('birk-ellemose', { path: lokalMad })
  await writeAfter(oda, 'At mere af den mad', ' Før.')
  await expect(text(birk)).toContainText('Før.')
  await town.kill()
  await oda.keyboard.type(' Imens.', { delay: 5 })
  await town.start()
  await expect(text(birk)).toContainText('Før. Imens.', { timeout: 40_000 })
  await writeAfter(birk, 'inden første møde.', ' Efter.')
  await expect(text(oda)).toContainText('Efter.', { timeout: 20_000 })
  await expect(oda.getByText(/^Gemt/).first()).toBeVisible()
  await oda.reload()
  await expect(text(oda)).toContainText('Før. Imens.')
  await expect(text(oda)).toContainText('Efter.')
})
