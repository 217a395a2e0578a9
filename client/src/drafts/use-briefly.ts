// Drafts: something that is said for a moment and then not any more.
import { useEffect, useState } from 'react'

/** True for `ms` after `happened` has changed to something. */
export function useBriefly(happened: unknown, ms = 8_000): boolean {
  const [said, setSaid] = useState<unknown>(null)
  useEffect(() => {
    if (happened === null) return
    const timer = setTimeout(() => setSaid(happened), ms)
    return () => clearTimeout(timer)
  }, [happened, ms])
  return happened !== null && said !== happened
}
