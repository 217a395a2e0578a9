// Collab, worker: folds a room's updates into one, away from the sockets.
import { answering } from './answering.mjs'
import { fold } from './fold.mjs'

answering(({ base, updates }) => fold(base, updates))
