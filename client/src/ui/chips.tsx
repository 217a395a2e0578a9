// Choices that change what is shown: chips that are on or off, and one of a few.
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './chips.module.css'

export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {children}
    </div>
  )
}

export function Chip({ on, onChange, count, children }: { on: boolean; onChange: (on: boolean) => void; count?: number; children: ReactNode }) {
  return (
    <ToggleButton className={styles.chip!} isSelected={on} onChange={onChange}>
      {on && <Check size={16} aria-hidden />}
      {children}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </ToggleButton>
  )
}

export function Segments<Value extends string>(props: {
  label: string
  options: readonly { value: Value; text: ReactNode }[]
  value: Value
  onChange: (value: Value) => void
}) {
  const { label, options, value, onChange } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.segments!}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value))
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={styles.segment!}>
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
