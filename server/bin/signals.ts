// Ctrl-C and SIGTERM: close in good order, once; a second signal does not wait.
export function closeOnSignals(close: () => Promise<void>): void {
  let closing = false
  const end = (): void => {
    if (closing) process.exit(1)
    closing = true
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

/** Prints what is wrong in a sentence where we know it, whole where we do not, and ends. */
export function giveUp(error: unknown): never {
  const named = error instanceof Error && ['ConfigFault', 'PortTaken', 'DataDirInUse', 'AdminFault'].includes(error.name)
  console.error(named ? (error as Error).message : error)
  process.exit(1)
}
