// The bench, clients: people who do something so and so often, not all in the same instant.

/** Runs `act(person, time)` for everybody and each time in `[from, to)`, evenly over as long as that takes. */
export async function pace(
  people: number,
  perSecond: number,
  [from, to]: readonly [from: number, to: number],
  act: (person: number, time: number) => void,
): Promise<void> {
  const everyMs = 1000 / perSecond / people
  const count = (to - from) * people
  const begin = performance.now()
  let done = 0
  while (done < count) {
    const due = Math.min(count, Math.floor((performance.now() - begin) / everyMs))
    for (; done < due; done++) act(done % people, from + Math.floor(done / people))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
