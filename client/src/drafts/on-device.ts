// Drafts: whether unsent words may be kept on this device. On unless somebody has turned it off, as on a library's computer.
const kept = 'faellesrum.on-device'

export function keepsOnDevice(): boolean {
  try {
    return localStorage.getItem(kept) !== 'no'
  } catch {
    return false
  }
}

export function keepOnDevice(keep: boolean): void {
  try {
    localStorage.setItem(kept, keep ? 'yes' : 'no')
  } catch {
    // A browser that keeps nothing keeps no words either.
  }
}
