// Platform: statements in pieces. Text is only ever written in the source; whatever comes from outside is a parameter.

/** A piece of a statement: text from the source, and values that become `$1`, `$2` … wherever the piece ends up. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** Interpolated `Sql` is spliced in, anything else becomes a parameter: sql`t.name = ${name}`. */
export function sql(texts: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const outTexts = [texts[0]!]
  const outValues: unknown[] = []
  values.forEach((value, index) => {
    const after = texts[index + 1]!
    if (value instanceof Sql) {
      const last = outTexts.length - 1
      if (value.values.length === 0) {
        outTexts[last] += value.texts[0]! + after
      } else {
        outTexts[last] += value.texts[0]!
        outTexts.push(...value.texts.slice(1, -1), value.texts.at(-1)! + after)
        outValues.push(...value.values)
      }
    } else {
      outTexts.push(after)
      outValues.push(value)
    }
  })
  return new Sql(outTexts, outValues)
}

/** Text that stands in our own source (a table, a column); never anything that came in from outside. */
export const raw = (text: string): Sql => new Sql([text], [])

export const empty = raw('')

export function joined(pieces: readonly Sql[], between: string): Sql {
  const [first, ...rest] = pieces
  if (!first) return empty
  return rest.reduce((all, piece) => sql`${all}${raw(between)}${piece}`, first)
}

/** All of them; `true` when there are none. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? raw('true')
    : joined(
        conditions.map((each) => sql`(${each})`),
        ' and ',
      )

/** At least one of them; `false` when there are none. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? raw('false')
    : joined(
        conditions.map((each) => sql`(${each})`),
        ' or ',
      )

/** What `pg` takes. */
export function statement(piece: Sql): { text: string; values: unknown[] } {
  let text = piece.texts[0]!
  for (let index = 1; index < piece.texts.length; index++) text += `$${index}${piece.texts[index]!}`
  return { text, values: [...piece.values] }
}
