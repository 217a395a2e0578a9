// Rooms: the copies that other tests keep in memory keep what those on a device do.
import { keepsCopies } from './local-copies.contract.js'
import { CopiesInMemory } from './testing/copies-in-memory.js'

keepsCopies(() => new CopiesInMemory())
