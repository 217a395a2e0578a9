// Signing in and out: both begin the page's memory anew, since what one may see depends on who one is.
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { identity, keepToken } from './token.js'

export type Session = Readonly<{
  /** Demo only. Rejects where the server says no. */
  signInAs(slug: string): Promise<void>
  signOut(): Promise<void>
}>

const SessionContext = createContext<Session | null>(null)

/** `renew` forgets everything fetched and everything subscribed to, and asks again as the new person. */
export function SessionProvider({ renew, children }: { renew: () => Promise<void>; children: ReactNode }) {
  const session = useMemo<Session>(
    () => ({
      async signInAs(slug) {
        const response = await fetch('/auth/demo', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          credentials: 'omit',
          body: JSON.stringify({ person: slug }),
        })
        if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
        const { token } = (await response.json()) as { token: string }
        keepToken(token)
        await renew()
      },
      async signOut() {
        const { headers, credentials } = identity()
        await fetch('/auth/sign-out', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          credentials,
          body: '{}',
        }).finally(() => keepToken(null))
        await renew()
      },
    }),
    [renew],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionProvider')
  return session
}
