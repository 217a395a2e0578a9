// Collab, worker: folds a room's updates into one, and looks what others would do to it, away from the sockets.
import { answering } from './answering.mjs'
import { fold, shows } from './fold.mjs'

answering(({ base, updates, after, isLog }) => (after === undefined ? fold(base, updates, isLog) : shows(base, updates, after)))
