// Starters: whoever started us may be killed, and passes nothing on.

/** Calls once when our parent has gone; answers how to look no more. */
export function whenParentGoes(call) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    call()
  }, 500)
  watch.unref()
  return () => clearInterval(watch)
}
