// Drafts: whoever goes with words that nobody holds is asked first.
import { beforeAll, expect, test, vi } from 'vitest'
import { createMemoryRouter, Link } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { render } from 'vitest-browser-react'
import { startTexts } from '../i18n/index.js'
import type { RoomStatus, Saved } from '../rooms/index.js'
import { useLeaving } from './leaving.js'

beforeAll(() => startTexts('da'))

const statusOf = (kind: Saved['kind'], onDevice: boolean, lostWords: string[] = []) =>
  ({ saved: { kind, onDevice, at: null, seq: null }, lostWords }) as unknown as RoomStatus

const switched = vi.fn<() => void>()

function Text({ status }: { status: RoomStatus }) {
  const leaving = useLeaving(status)
  return (
    <>
      <h1>Teksten</h1>
      <Link to="/andet">Videre</Link>
      <button type="button" onClick={() => leaving.ask(switched)}>
        Skift
      </button>
      {leaving.question}
    </>
  )
}

async function aPage(status: RoomStatus) {
  switched.mockClear()
  const routes = [
    { path: '/', element: <Text status={status} /> },
    { path: '/andet', element: <h1>Et andet sted</h1> },
  ]
  return render(<RouterProvider router={createMemoryRouter(routes)} />)
}

test.each([
  ['words that are nowhere else', statusOf('unsaved', false)],
  ['lost words that were not put away', statusOf('saved', true, ['mine ord'])],
])('with %s: one is asked, may stay, and may go all the same', async (_what, status) => {
  const screen = await aPage(status)
  await screen.getByRole('link', { name: 'Videre' }).click()
  await expect.element(screen.getByRole('alertdialog')).toHaveTextContent('Ord, der ikke er gemt')
  await screen.getByRole('button', { name: 'Bliv her' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Teksten' })).toBeVisible()
  await screen.getByRole('link', { name: 'Videre' }).click()
  await screen.getByRole('button', { name: 'Gå alligevel' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Et andet sted' })).toBeVisible()
})

test('another mandate is another room: the same question', async () => {
  const screen = await aPage(statusOf('unsaved', false))
  await screen.getByRole('button', { name: 'Skift' }).click()
  await screen.getByRole('button', { name: 'Bliv her' }).click()
  expect(switched).not.toHaveBeenCalled()
  await screen.getByRole('button', { name: 'Skift' }).click()
  await screen.getByRole('button', { name: 'Gå alligevel' }).click()
  expect(switched).toHaveBeenCalledOnce()
})

test.each([
  ['saved', false, false],
  ['unsaved', true, false],
  ['offline', true, false],
  ['saving', true, false],
  ['saving', false, true],
  ['unsaved', false, true],
] as const)('%s, on this device %s: closing the browser asks: %s', async (kind, onDevice, asks) => {
  const screen = await aPage(statusOf(kind, onDevice))
  const closing = new Event('beforeunload', { cancelable: true })
  dispatchEvent(closing)
  expect(closing.defaultPrevented).toBe(asks)
  if (asks) return
  await screen.getByRole('link', { name: 'Videre' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Et andet sted' })).toBeVisible()
})
