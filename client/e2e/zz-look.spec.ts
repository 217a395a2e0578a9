import { expect, test } from './story.js'
const tekst = '/kommissorier/lokal-mad/tekst'
const widths = [1024, 1920, 375]
for (const width of widths) {
  test(`look ${width}`, async ({ enter }) => {
    const viewport = { width, height: width === 375 ? 740 : width === 1024 ? 768 : 1000 }
    const shot = async (page: import('@playwright/test').Page, name: string) => {
      await page.waitForTimeout(1200)
      console.log(name, width, 'scrollWidth', await page.evaluate(() => document.documentElement.scrollWidth))
      await page.screenshot({ path: `/tmp/shots/${name}-${width}.png` })
    }
    const oda = await enter('oda-lindskov', { path: tekst, viewport })
    await expect(oda.getByRole('textbox').first()).toBeVisible()
    await shot(oda, 'oda')
    await oda.getByRole('textbox').first().getByText('Kommunens køkkener laver mad').click()
    await oda.keyboard.press('End')
    await oda.keyboard.type(' ' + 'Sammenhængskraftsundersøgelsesudvalgsformandskabetserindringsmønter')
    await shot(oda, 'oda-writes')
    await oda.getByText('Hvem har skrevet hvad').first().click()
    await shot(oda, 'oda-authors')
    await oda.close()
    const isak = await enter('isak-bremerholt', { path: tekst, viewport })
    await shot(isak, 'isak-closed')
    await isak.close()
    const ebbe = await enter('isak-bremerholt', { path: '/kommissorier/kultur-i-kvarteret/tekst', viewport })
    await shot(ebbe, 'isak-open')
    await ebbe.close()
    const nobody = await enter(null, { path: '/kommissorier/kultur-i-kvarteret/tekst', viewport })
    await shot(nobody, 'visitor')
    await nobody.getByText('Hvem har skrevet hvad').first().click()
    await shot(nobody, 'visitor-authors')
    await nobody.close()
    const adopted = await enter(null, { path: '/kommissorier/en-ung-politik-naeste-kapitel/tekst', viewport })
    await shot(adopted, 'adopted')
    await adopted.close()
    const acts = await enter('oda-lindskov', { path: '/kommissorier/lokal-mad', viewport })
    await acts.getByRole('button', { name: 'Åbn for alle' }).click()
    await shot(acts, 'asks')
    await acts.close()
  })
}
