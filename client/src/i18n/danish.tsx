// Text of the record (names, purposes, minutes) is Danish whatever the reader's language: say so to screen readers.
import type { ReactNode } from 'react'
import { useLanguage } from './language.js'

export function Danish({ children }: { children: ReactNode }) {
  return useLanguage() === 'da' ? children : <span lang="da">{children}</span>
}
