// Collab, simulation: seeds that have failed, and what was wrong. They run first, for ever; none is taken out again.

/**
 * What a seed does changes with the simulation and with collab, so each was looked up anew when its fault was mended:
 * with the mending taken back it failed. It may not any more; what once found something stays worth a look.
 */
export const failingSeeds: readonly (readonly [seed: number, found: string])[] = [
  [30, 'whoever came from a process that had read further in the log was closed 4505, for text of others that this one had not read'],
  [181, 'the same, where the process had read on while the store was asked whose the client ids are'],
  [95, 'the same for a reader, who was closed 4403'],
  [30, 'ws reads out a paused socket that breaks: text of somebody whose right had ended was committed while notices could not be read'],
  [49, 'a commit that had waited was passed on while notices could not be read, also to those whose right had ended'],
  [6, 'a stock client that said again what it had heard of somebody at another process was closed 4505'],
  [2, 'whoever was lowered in the middle of a word was closed 4403 by the letters that were under way'],
  [106, 'a frozen room closed a stock client 4403 for what its document had deleted by itself'],
  [79, 'the same, where the room was frozen while that waited for its commit'],
  [1432, 'the same for a stock reader whose right had been lowered, closed 4403'],
  [3233, 'what lay unread on the line that a client had left ended its presence on the new one, which was closed 4505'],
  [4291, 'a letter that somebody had deleted while away stayed deleted for them alone: they came back as a reader, and nobody told them'],
]
