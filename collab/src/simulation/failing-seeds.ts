// Collab, simulation: seeds that have failed, and what was wrong. They run first, for ever; none is taken out again.

/** What a seed does changes with the simulation; what it once found stays worth a look. */
export const failingSeeds: readonly (readonly [seed: number, found: string])[] = [
  [8, 'whoever came from a process that had read further in the log was closed 4505, for text of others that this one had not read'],
  [36, 'the same, where the process had read on while the store was asked whose the client ids are'],
  [50, 'a paused socket that breaks is read out by ws: text of somebody whose right had ended was committed while notices could not be read'],
]
