// Collab, store: the one in memory keeps the contract.
import { MemoryRoomStore } from './memory-room-store.js'
import { describeRoomStore } from './room-store.contract.js'

describeRoomStore('memory', async () => {
  const store = new MemoryRoomStore()
  return {
    store,
    create: async (room) => store.create(room),
    setState: async (room, state) => store.setState(room, state),
    async hold(room, during) {
      store.hold(room, true)
      await during()
      store.hold(room, false)
    },
  }
})
