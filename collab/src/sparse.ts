// Collab: maps and sets that cost next to nothing while they are empty. In most rooms most of them are, and there are
// thousands of rooms: an empty Map of JavaScript's own takes 170 bytes.

export class SparseMap<Key, Value> {
  #map: Map<Key, Value> | null = null

  get size(): number {
    return this.#map?.size ?? 0
  }

  get(key: Key): Value | undefined {
    return this.#map?.get(key)
  }

  has(key: Key): boolean {
    return this.#map?.has(key) ?? false
  }

  set(key: Key, value: Value): this {
    ;(this.#map ??= new Map()).set(key, value)
    return this
  }

  delete(key: Key): boolean {
    const had = this.#map?.delete(key) ?? false
    if (this.#map?.size === 0) this.#map = null
    return had
  }

  keys(): MapIterator<Key> {
    return (this.#map ?? none).keys() as MapIterator<Key>
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return (this.#map ?? none)[Symbol.iterator]() as MapIterator<[Key, Value]>
  }
}

export class SparseSet<Value> {
  #set: Set<Value> | null = null

  get size(): number {
    return this.#set?.size ?? 0
  }

  has(value: Value): boolean {
    return this.#set?.has(value) ?? false
  }

  add(value: Value): this {
    ;(this.#set ??= new Set()).add(value)
    return this
  }

  clear(): void {
    this.#set = null
  }

  [Symbol.iterator](): SetIterator<Value> {
    return (this.#set ?? noneOf)[Symbol.iterator]() as SetIterator<Value>
  }
}

const none = new Map<never, never>()
const noneOf = new Set<never>()
