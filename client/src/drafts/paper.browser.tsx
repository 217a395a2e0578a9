// Drafts: the sheet as everybody reads it, whatever stands behind the # of the address.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { startTexts } from '../i18n/index.js'
import { Paper } from './paper.js'

beforeAll(() => startTexts('da'))
afterEach(() => history.replaceState(null, '', location.pathname + location.search))

const nothing = () => undefined

test.each(['#%', '#section-formaal', '#section-%C3%B8konomi'])('the text is there behind %s', async (hash) => {
  history.replaceState(null, '', hash)
  const screen = await render(
    <Paper
      html="<p>Lokal mad</p>"
      document={null}
      mayWrite={false}
      showsAuthors={false}
      label="Teksten"
      guides={new Map()}
      editor={null}
      onEditor={nothing}
      onGuarded={nothing}
      onBroken={nothing}
      toTools={nothing}
    />,
  )
  await expect.element(screen.getByText('Lokal mad')).toBeVisible()
})
