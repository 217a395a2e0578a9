// Who this tab is, in the demo: the token of the session, kept for the tab so that each tab can be another person.
const kept = 'faellesrum.token'

/** Null also where sign-in is by cookie (OpenID Connect). */
export function tokenOfTab(): string | null {
  try {
    return sessionStorage.getItem(kept)
  } catch {
    return null
  }
}

export function keepToken(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(kept)
    else sessionStorage.setItem(kept, token)
  } catch {
    // A browser that keeps nothing is signed in until the page is left.
  }
}

/** What every request says about who asks. A tab with a token sends no cookie: the cookie may be somebody else's. */
export function identity(): { headers: Record<string, string>; credentials: RequestCredentials } {
  const token = tokenOfTab()
  return token
    ? { headers: { authorization: `Bearer ${token}` }, credentials: 'omit' }
    : { headers: {}, credentials: 'same-origin' }
}
