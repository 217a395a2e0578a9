// Drafts: readers without a socket see the text grow too, a little later.
import { useApolloClient } from '@apollo/client/react'
import { useEffect } from 'react'

const every = 30_000

/** Asks for the page again: at once when the text stops being live, then twice a minute while somebody looks. */
export function useRefreshed(needed: boolean, atOnce: boolean): void {
  const client = useApolloClient()
  useEffect(() => {
    if (!needed) return
    const ask = () => {
      // A failed look is no news: the text that stands there stays.
      if (!document.hidden) void client.refetchQueries({ include: 'active' }).catch(() => undefined)
    }
    if (atOnce) ask()
    const timer = setInterval(ask, every)
    return () => clearInterval(timer)
  }, [client, needed, atOnce])
}
