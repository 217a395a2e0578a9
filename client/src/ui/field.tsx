// Fields: label above, hint under it, the fault in words. Native controls: phones and screen readers know them best.
import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'

type Around = { label: ReactNode; hint?: ReactNode; error?: string | undefined }

function useField({ hint, error }: Around) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    control: { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined, className: styles.input },
  }
}

function Field({ id, label, hint, error, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.name}>
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          <CircleAlert size={16} aria-hidden />
          {error}
        </span>
      )}
      {children}
    </div>
  )
}

export function TextField({ label, hint, error, ...input }: Around & ComponentProps<'input'>) {
  const { id, control } = useField({ label, hint, error })
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input type="text" {...input} {...control} />
    </Field>
  )
}

export function SelectField({ label, hint, error, children, ...select }: Around & ComponentProps<'select'>) {
  const { id, control } = useField({ label, hint, error })
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select {...select} {...control}>
        {children}
      </select>
    </Field>
  )
}

/** One of a few, all in sight. */
export function ChoiceField<Value extends string>(props: {
  legend: ReactNode
  name: string
  options: readonly { value: Value; text: ReactNode }[]
  value: Value | null
  error?: string | undefined
  onChange: (value: Value) => void
}) {
  const { legend, name, options, value, error, onChange } = props
  const id = useId()
  return (
    <fieldset className={styles.field} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.name}>{legend}</legend>
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          <CircleAlert size={16} aria-hidden />
          {error}
        </span>
      )}
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function Form({ onSubmit, label, children }: { onSubmit: () => void; label?: string; children: ReactNode }) {
  return (
    <form
      noValidate
      aria-label={label}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** Fields beside each other where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}
