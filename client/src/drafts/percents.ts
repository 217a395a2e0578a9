// Drafts: shares as whole percents that are a hundred together, whatever they are rounded to.

/** What is left over goes to those that rounding down took most from. Shares that are not told stay untold, and leave the rest as it is. */
export function percentsOf(shares: readonly (number | null)[]): (number | null)[] {
  const exact = shares.map((share) => (share === null ? null : share * 100))
  if (exact.includes(null)) return exact.map((percent) => percent && Math.round(percent))
  const whole = (exact as number[]).map((percent) => ({ percent, down: Math.floor(percent) }))
  const left = 100 - whole.reduce((sum, { down }) => sum + down, 0)
  const first = [...whole].sort((a, b) => b.percent - b.down - (a.percent - a.down) || b.percent - a.percent).slice(0, Math.max(0, left))
  return whole.map((one) => one.down + (first.includes(one) ? 1 : 0))
}
