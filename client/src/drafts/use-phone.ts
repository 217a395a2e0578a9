// Drafts: whether the page is a phone's, by the same width as in the style sheets.
import { useSyncExternalStore } from 'react'

const query = () => matchMedia('(max-width: 719px)')

const subscribe = (tell: () => void) => {
  const phone = query()
  phone.addEventListener('change', tell)
  return () => phone.removeEventListener('change', tell)
}

export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
