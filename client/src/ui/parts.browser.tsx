// The parts of the design system in a real browser: what they say, how the keyboard works them, and that axe finds nothing.
import './tokens.css'
import './base.css'
import axe from 'axe-core'
import { type ReactNode, useRef, useState } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { MandateKind } from '../__generated__/graphql.js'
import { startTexts } from '../i18n/index.js'
import {
  Button,
  Card,
  Chip,
  Chips,
  ChoiceField,
  CopyButton,
  Empty,
  Failed,
  Form,
  LinkButton,
  Loading,
  MandateTag,
  Notice,
  PersonLine,
  Segments,
  SelectField,
  Sheet,
  TextField,
} from './index.js'

beforeAll(() => startTexts('da'))

const draw = (element: ReactNode) =>
  render(<RouterProvider router={createMemoryRouter([{ path: '*', element: <main>{element}</main> }])} />)

async function expectNoFaults(container: Element) {
  const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const kinds: MandateKind[] = ['COUNCIL_MEMBER', 'CITIZEN_MEMBER', 'INVITED', 'EXPERT', 'ADMINISTRATION', 'FACILITATOR', 'GUEST', 'RESIDENT']

test('axe finds nothing in any part, in any of its looks', async () => {
  const screen = await draw(
    <>
      <Card title="Knapper" aside="5">
        {(['filled', 'outline', 'quiet', 'danger'] as const).map((look) => (
          <Button key={look} look={look}>
            {look}
          </Button>
        ))}
        <LinkButton to="/udvalg">Udvalg</LinkButton>
      </Card>
      <Card title="Mandater">
        {kinds.map((kind) => (
          <p key={kind}>
            <MandateTag kind={kind} /> <PersonLine name="Solvej Granhøj-Bek" kind={kind} note="note" />
          </p>
        ))}
      </Card>
      <Card title="Tilstande">
        {(['error', 'warn', 'info', 'good', 'lock'] as const).map((tone) => (
          <Notice key={tone} tone={tone} title="Overskrift">
            En sætning.
          </Notice>
        ))}
        <Empty title="Ingen endnu" hint="Skriv den første." action={<Button>Skriv</Button>} />
        <Failed what="udvalget" error={new TypeError('Failed to fetch')} retry={() => {}} />
      </Card>
      <Card title="Felter">
        <Form label="Felter" onSubmit={() => {}}>
          <TextField label="Navn" hint="Fuldt navn" error="Skal udfyldes" defaultValue="" />
          <SelectField label="Udvalg">
            <option>Skole</option>
          </SelectField>
          <ChoiceField legend="Hvem" name="who" value="a" options={[{ value: 'a', text: 'A' }, { value: 'b', text: 'B' }]} onChange={() => {}} />
        </Form>
        <Chips label="Vis">
          <Chip on onChange={() => {}} count={3}>
            I gang
          </Chip>
          <Chip on={false} onChange={() => {}}>
            Afsluttet
          </Chip>
        </Chips>
        <Segments label="Visning" value="a" options={[{ value: 'a', text: 'Liste' }, { value: 'b', text: 'Kort' }]} onChange={() => {}} />
      </Card>
    </>,
  )
  await expectNoFaults(screen.container)
})

test('a field says its fault to those who cannot see it', async () => {
  const screen = await draw(<TextField label="Navn" hint="Fuldt navn" error="Skal udfyldes" defaultValue="" />)
  const input = screen.getByLabelText('Navn')
  await expect.element(input).toHaveAttribute('aria-invalid', 'true')
  await expect.element(input).toHaveAccessibleDescription('Fuldt navn Skal udfyldes')
})

test('loading says nothing for 300 ms, then says it once', async () => {
  vi.useFakeTimers()
  const screen = await draw(<Loading />)
  expect(screen.container.textContent).toBe('')
  await vi.advanceTimersByTimeAsync(300)
  vi.useRealTimers()
  await expect.element(screen.getByRole('status')).toHaveTextContent('Henter …')
})

test('a dialog is worked by keyboard: opened, closed by Esc, and the focus is back where it was', async () => {
  const screen = await draw(
    <Sheet title="Invitér" trigger={<Button>Åbn</Button>}>
      {(close) => <Button onPress={close}>Færdig</Button>}
    </Sheet>,
  )
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  const dialog = screen.getByRole('dialog', { name: 'Invitér' })
  await expect.element(dialog).toBeVisible()
  await expectNoFaults(dialog.element())
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(screen.getByRole('button', { name: 'Åbn' })).toHaveFocus()
})

test('one of a few is chosen with the keyboard, and one is always chosen', async () => {
  function Two() {
    const [value, setValue] = useState<'list' | 'map'>('list')
    return <Segments label="Visning" value={value} options={[{ value: 'list', text: 'Liste' }, { value: 'map', text: 'Kort' }]} onChange={setValue} />
  }
  const screen = await draw(<Two />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{Enter}')
  await expect.element(screen.getByRole('radio', { name: 'Kort' })).toBeChecked()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('radio', { name: 'Kort' })).toBeChecked()
})

test.each([
  ['has no clipboard', undefined],
  ['says no', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
])('where the browser %s, the words are selected for the reader to copy', async (_what, clipboard) => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as unknown as Clipboard)
  function Words() {
    const words = useRef<HTMLQuoteElement>(null)
    return (
      <>
        <p>Andet</p>
        <blockquote ref={words}>Mine ord</blockquote>
        <CopyButton text="Mine ord" label="Kopiér" copied="Kopieret" source={words} />
      </>
    )
  }
  const screen = await draw(<Words />)
  await screen.getByRole('button', { name: 'Kopiér' }).click()
  await expect.element(screen.getByRole('status')).toHaveTextContent('Teksten er markeret.')
  expect(getSelection()!.toString()).toBe('Mine ord')
})

test('what is copied from a field is on the clipboard, and said to be', async () => {
  const written: string[] = []
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: async (text: string) => void written.push(text) } as Clipboard)
  function Link() {
    const field = useRef<HTMLDivElement>(null)
    return (
      <>
        <div ref={field}>
          <TextField label="Link" readOnly value="https://by.dk/i" />
        </div>
        <CopyButton text="https://by.dk/i" label="Kopiér" copied="Kopieret" source={field} />
      </>
    )
  }
  const screen = await draw(<Link />)
  await screen.getByRole('button', { name: 'Kopiér' }).click()
  await expect.element(screen.getByRole('status')).toHaveTextContent('Kopieret')
  expect(written).toEqual(['https://by.dk/i'])
})
