// What goes on the record from the pages: opening a draft, inviting, mandates, and minutes; and a no in its own words.
import type { Page } from '@playwright/test'
import { expect, test } from './story.js'

/** What follows is said before it is done; the dialog's button has the words of the one that opened it. */
async function setOpenness(page: Page, name: 'Åbn for alle' | 'Luk udkastet', consequence: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
  const asks = page.getByRole('dialog')
  await expect(asks.getByText(consequence)).toBeVisible()
  await asks.getByRole('button', { name }).click()
}
const opening = /Alle kan læse udkastet fra nu af/
const closing = /Andre, der læser med lige nu, mister det med det samme/

test('a drafter opens the draft; the other drafter, whose page is older, is told who came first', async ({ enter }) => {
  const path = '/kommissorier/lokal-mad'
  const opens = { name: 'Åbn for alle' }
  // A page that hears of nothing: its socket leads nowhere, as behind a proxy that forgets to say so.
  const halfdan = await enter('halfdan-riisager-bro', { path: '/healthz' })
  await halfdan.routeWebSocket(/\/graphql$/, () => undefined)
  await halfdan.goto(path)
  await expect(halfdan.getByRole('button', opens)).toBeVisible()
  const oda = await enter('oda-lindskov', { path })
  await setOpenness(oda, 'Åbn for alle', opening)
  await expect(oda.getByText('Udkastet er åbnet.')).toBeVisible()
  await setOpenness(halfdan, 'Åbn for alle', opening)
  await expect(halfdan.getByText(/Det er ændret, siden du hentede siden, af Oda Lindskov \(.+\)\./)).toBeVisible()
  // Nothing was done a second time, and a page that is loaded again shows how it stands.
  await expect(halfdan.getByText('Udkastet er åbnet for alle. Det står i historikken.')).toHaveCount(0)
  await halfdan.reload()
  await setOpenness(halfdan, 'Luk udkastet', closing)
  await expect(oda.getByRole('button', opens)).toBeVisible()
})

test('what one drafter does stands on the other’s page by itself', async ({ enter }) => {
  const oda = await enter('oda-lindskov', { path: '/kommissorier/lokal-mad' })
  const halfdan = await enter('halfdan-riisager-bro', { path: '/kommissorier/lokal-mad' })
  const opens = { name: 'Åbn for alle' }
  await expect(halfdan.getByRole('button', opens)).toBeVisible()
  await setOpenness(oda, 'Åbn for alle', opening)
  await expect(oda.getByText('Udkastet er åbnet.')).toBeVisible()
  await expect(oda.getByText('Udkastet er åbnet for alle. Det står i historikken.')).toBeVisible()
  // The other page hears of it by itself.
  await expect(halfdan.getByRole('button', { name: 'Luk udkastet' })).toBeVisible()
  await setOpenness(halfdan, 'Luk udkastet', closing)
  await expect(oda.getByRole('button', opens)).toBeVisible()
})

test('a drafter invites somebody, who may then write along', async ({ enter }) => {
  const ebbe = await enter('ebbe-kragelundby', { path: '/kommissorier/lokal-mad' })
  await expect(ebbe.getByRole('heading', { level: 1 })).toHaveText('Lokal mad')
  await expect(ebbe.getByRole('link', { name: 'Skriv med på kommissoriet' })).toHaveCount(0)

  const oda = await enter('oda-lindskov', { path: '/kommissorier/lokal-mad' })
  await oda.getByRole('button', { name: 'Invitér en til at skrive' }).click()
  await oda.getByRole('button', { name: 'Invitér', exact: true }).click()
  await expect(oda.getByText('Skal udfyldes')).toBeVisible()
  await oda.getByRole('textbox', { name: 'Person' }).fill('Ebbe')
  await oda.getByRole('radio', { name: 'Ebbe Kragelundby' }).check()
  await oda.getByRole('button', { name: 'Invitér', exact: true }).click()
  await expect(oda.getByRole('dialog')).toHaveCount(0)
  await expect(oda.getByRole('region', { name: 'Hvem skriver' })).toContainText('Ebbe Kragelundby')
  await expect(ebbe.getByRole('link', { name: 'Skriv med på kommissoriet' })).toBeVisible()
})

test('the administration invites somebody new by a link, and whoever has it is let in, once', async ({ enter }) => {
  const birk = await enter('birk-ellemose', { path: '/personer' })
  const card = birk.getByRole('region', { name: 'Invitér en ny' })
  await card.getByRole('textbox', { name: 'Navn' }).fill('Signe Ravnholt')
  await card.getByRole('combobox', { name: 'Hvor' }).selectOption({ label: 'Kultur i kvarteret' })
  await card.getByRole('button', { name: 'Lav link' }).click()
  const path = new URL(await card.getByRole('textbox', { name: 'Kopiér linket' }).inputValue()).pathname

  const visitor = await enter(null, { path })
  await expect(visitor.getByText('Invitationen er til Signe Ravnholt')).toBeVisible()
  await visitor.getByRole('link', { name: 'Log ind for at tage imod' }).click()
  await visitor.getByRole('button', { name: /Ebbe Kragelundby/ }).click()
  await expect(visitor).toHaveURL(new RegExp(`${path}$`))
  await visitor.getByRole('button', { name: 'Tag imod invitationen' }).click()
  await expect(visitor.getByText('Velkommen. Du er med nu.')).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByText('Invitationen er brugt.')).toBeVisible()
})

test('the administration grants a mandate and ends it, and both stay on the record', async ({ enter }) => {
  const page = await enter('yasmin-pihlkjaer', { path: '/personer' })
  await page.getByRole('searchbox', { name: 'Søg efter navn' }).fill('Sigrun')
  await page.getByRole('button', { name: 'Sigrun Havgaard-Lie' }).click()
  const form = page.getByRole('form', { name: 'Giv mandat' })
  await form.getByLabel('Mandat').selectOption({ label: 'Vidensperson' })
  await form.getByLabel('Udvalg').selectOption({ label: 'Grønne veje' })
  await form.getByRole('button', { name: 'Giv mandat' }).click()
  await expect(page.getByText('Sigrun Havgaard-Lie har fået mandatet.')).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: 'Grønne veje' })
  await row.getByRole('button', { name: 'Afslut' }).click()
  await page.getByLabel('Grund').fill('Opgaven er løst')
  await page.getByRole('button', { name: 'Afslut mandatet' }).click()
  await expect(row).toContainText('afsluttet: Opgaven er løst')
})

test('a state is entered from minutes; what is missing is said in a sentence', async ({ enter }) => {
  const page = await enter('yasmin-pihlkjaer', { path: '/kommissorier/naboskab-i-bydelen' })
  await page.getByRole('button', { name: 'Før ind fra referat' }).click()
  const dialog = page.getByRole('dialog')
  // Only what can follow is offered.
  await expect(dialog.getByLabel('Tilstand').getByRole('option')).toHaveText(['Udpeget'])
  await dialog.getByLabel('Kilde').fill('Referat, punkt 4')
  await dialog.getByRole('button', { name: 'Før ind' }).click()
  await expect(dialog.getByRole('status').or(dialog.getByRole('alert')).filter({ hasText: /\S/ })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeVisible()
})
