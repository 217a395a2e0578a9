// Copying to the clipboard; where a browser has none (plain http from another machine) or says no, the words are selected
// for the reader's own hands.
import { type RefObject, useState } from 'react'
import { useTranslation } from '../i18n/index.js'
import { Button, type ButtonProps } from './button.js'

type Props = Pick<ButtonProps, 'look' | 'size'> & {
  text: string
  label: string
  copied: string
  /** Where the words stand: a field, or what holds one, or any element. */
  source: RefObject<HTMLElement | null>
}

export function CopyButton({ text, label, copied, source, ...looks }: Props) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(copied)
    } catch {
      if (source.current !== null) select(source.current)
      setSaid(t('copyByHand'))
    }
  }
  return (
    <>
      <Button {...looks} onPress={() => void copy()}>
        {label}
      </Button>
      <span role="status">{said}</span>
    </>
  )
}

function select(source: HTMLElement): void {
  const field = source instanceof HTMLInputElement ? source : source.querySelector('input')
  if (field === null) return void getSelection()?.selectAllChildren(source)
  field.focus()
  field.select()
}
