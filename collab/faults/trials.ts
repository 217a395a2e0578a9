// The faults and the probes as commands: what both read of their arguments, and how both tell what came of it.
import type { Bar } from './verdict.js'

/** A mistyped option, or a name that there is not, is a sentence and ends the process with 2. Without a name: all. */
export function askedFor<Values>(what: string, table: object, read: () => { values: Values; positionals: string[] }) {
  let asked: ReturnType<typeof read>
  try {
    asked = read()
  } catch (error) {
    return misread((error as Error).message)
  }
  const { values, positionals } = asked
  const unknown = positionals.filter((name) => !Object.hasOwn(table, name))
  if (unknown.length > 0) return misread(`no ${what} is called ${unknown.join(', ')}; there are ${Object.keys(table).join(', ')}`)
  return { values, names: positionals.length > 0 ? positionals : Object.keys(table) }
}

function misread(words: string): never {
  console.error(words)
  process.exit(2)
}

/** A line for each bar; the process ends with 1 if one does not hold, or if it came to none. */
export async function tell(trial: () => Promise<readonly Bar[]>): Promise<void> {
  try {
    for (const { what, holds, measured } of await trial()) {
      console.log(`  ${holds === null ? 'NOT RUN' : holds ? 'PASS' : 'FAIL'}  ${what}: ${measured}`)
      if (holds === false) process.exitCode = 1
    }
  } catch (error) {
    console.log(`  FAIL  ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
