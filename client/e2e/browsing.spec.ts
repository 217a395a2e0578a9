// A resident without an account finds a committee, its commission, and reads; nothing there offers what does not work.
import { expect, test } from './story.js'

test('from the question to a committee, its members and its commission', async ({ enter }) => {
  const page = await enter(null)
  await page.getByRole('link', { name: 'Find et udvalg' }).click()
  await expect(page).toHaveTitle('Udvalg · Fællesrum')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  const tree = page.getByRole('navigation', { name: 'Udvalgene under hinanden' })
  await tree.getByRole('link', { name: /^EN UNG POLITIK/ }).first().click()
  await expect(page).toHaveTitle('EN UNG POLITIK, næste kapitel · Fællesrum')
  await expect(page.getByRole('heading', { name: 'Trin 7 af 10: I arbejde' })).toBeVisible()
  const members = page.getByRole('region', { name: 'Medlemmer' })
  await expect(members.getByText('Cathrine Falkenby')).toBeVisible()
  await expect(members.getByText('Freja Mai Sundgaard')).toBeVisible()
  // Those who have not said yes to their name stand as a number.
  await expect(members.getByText('Alva Nørreby')).toHaveCount(0)
  await expect(members.getByText(/^5 borgermedlemmer/).first()).toBeVisible()
  await expect(members.getByText('Borgermedlem', { exact: true })).toHaveCount(0)

  await page.getByRole('link', { name: 'Se kommissoriets forløb' }).click()
  await expect(page).toHaveURL(/\/kommissorier\/en-ung-politik-naeste-kapitel$/)
  await page.getByText('Se alle trin med beslutninger').click()
  await expect(page.getByText(/Referat|referat|Kommunalbestyrelsen/).first()).toBeVisible()
})

test('a meeting is at the same hour wherever one reads of it', async ({ enter }) => {
  const path = '/udvalg/kommunalbestyrelsen'
  const hours = async (timezoneId: string): Promise<string[]> => {
    const page = await enter(null, { path, timezoneId })
    const times = page.getByRole('region', { name: 'Møder' }).locator('time')
    await expect(times.first()).toContainText(/kl\.\s\d/)
    return times.allTextContents()
  }
  expect(await hours('Asia/Tokyo')).toEqual(await hours('Europe/Copenhagen'))
})

test('2015-2018 keeps what both slides say, and says where they disagree', async ({ enter }) => {
  const page = await enter(null, { path: '/udvalg' })
  const past = page.getByRole('region', { name: 'Opgaveudvalg fra 2015–2018' })
  await expect(past.getByRole('listitem')).toHaveCount(27)
  await expect(past.getByRole('listitem').filter({ hasText: 'MIT-Campus' })).toContainText('kun i diagrammet')
  await past.getByRole('link', { name: 'Vi Skaber Sammen' }).click()
  await page.getByText('Kilder').click()
  await expect(page.getByRole('listitem').filter({ hasText: '25 OPGAVEUDVALG' })).toBeVisible()
})

test('the map shows what the list shows, and arrow keys walk on it', async ({ enter }) => {
  const page = await enter(null, { path: '/udvalg?vis=kort' })
  const map = page.getByRole('application')
  await expect(map.getByText('Kommunalbestyrelsen')).toBeVisible()
  await map.focus()
  // The map's own word; the card beside it has one too while it fetches.
  const said = map.locator('xpath=..').getByRole('status')
  await page.keyboard.press('ArrowRight')
  await expect(said).toHaveText(/udvalget$/)
  const first = (await said.textContent())!
  await page.keyboard.press('ArrowDown')
  await expect(said).not.toHaveText(first)
  const chosen = await said.textContent()
  await expect(page.getByRole('heading', { level: 2, name: chosen! })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: chosen! })).toBeVisible()
})

test('English in a Danish browser is English, also in what the socket tells; and the switch takes all of it along', async ({ enter }) => {
  const page = await enter(null, { language: 'en' })
  const told = page.waitForEvent('websocket').then((socket) =>
    socket.waitForEvent('framereceived', { predicate: ({ payload }) => String(payload).includes('"next"') }),
  )
  await page.goto('/kommissorier/kultur-i-kvarteret')
  await told
  const next = page.getByRole('region', { name: 'What is missing before the next step' })
  await expect(next).toContainText('A decision by the council')
  await expect(next).not.toContainText('Kommunalbestyrelsen')
  const history = page.getByRole('region', { name: 'Who decided what, and when' })
  await expect(history).toContainText('The draft was discussed at a joint meeting')
  await expect(history).not.toContainText(/\d{4}-\d\d-\d\d/)
  await page.getByRole('button', { name: 'Dansk' }).click()
  await expect(page.getByRole('region', { name: 'Hvad mangler før næste trin' })).toContainText('Beslutning i Kommunalbestyrelsen')
  await expect(page.getByRole('region', { name: 'Hvem besluttede hvad, hvornår' })).toContainText('Udkastet er drøftet på et fællesmøde (')
})

test('a commission and a committee are found by words and state, and the address says what was looked for', async ({ enter }) => {
  const page = await enter(null, { path: '/kommissorier' })
  await page.getByRole('searchbox').fill('kvarteret')
  await expect(page.getByRole('status').filter({ hasText: 'fundet' })).toHaveText('1 fundet')
  await expect(page).toHaveURL(/\?q=kvarteret$/)
  await page.getByLabel('Tilstand').selectOption({ label: 'Opløst' })
  await page.getByRole('button', { name: 'Vis alle' }).click()
  await expect(page).toHaveURL(/\/kommissorier$/)

  await page.goto('/udvalg?q=unge')
  const tree = page.getByRole('navigation', { name: 'Udvalgene under hinanden' })
  await expect(tree.getByRole('link')).toHaveText([/Kommunal.?bestyrelsen/, /Kultur-, Unge- og/])
  await expect(page.getByRole('region', { name: 'Opgaveudvalg fra 2015–2018' }).getByRole('listitem')).not.toHaveCount(27)
})

test('a visitor is offered nothing that is for others', async ({ enter }) => {
  const page = await enter(null, { path: '/kommissorier/kultur-i-kvarteret' })
  await expect(page.getByRole('region', { name: 'Åbenhed' })).toContainText('Alle kan læse med, mens det skrives.')
  await expect(page.getByRole('button', { name: /Invitér|Åbn for|Luk udkastet|Før ind/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Personer' })).toHaveCount(0)
  await page.goto('/personer')
  await expect(page.getByText('Siden er for forvaltningen.')).toBeVisible()
})

test('the whole front page is worked by keyboard alone', async ({ enter }) => {
  const page = await enter(null)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad vil vi med vores kommune?')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Gå til indhold' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Se, hvad der skrives' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kommissorier')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})
