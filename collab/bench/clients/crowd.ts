// The bench, clients: many of them come in, so many at a time that no handshake waits for a full queue.
import type { Client } from './client.js'

const atOnce = 50

export async function comeIn(clients: readonly Client[]): Promise<void> {
  await Promise.all(clients.map((client) => client.prepare()))
  for (let at = 0; at < clients.length; at += atOnce) {
    await Promise.all(clients.slice(at, at + atOnce).map((client) => client.connect()))
  }
}

export const leave = async (clients: readonly Client[]): Promise<void> => {
  await Promise.all(clients.map((client) => client.leave()))
}

/** Resolved by whoever counts to the end; a run that stands still is a fault. */
export function patience<T = void>(what: () => string, ms = 120_000): { done: Promise<T>; finish: (value: T) => void } {
  let finish: (value: T) => void = () => {}
  const done = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not after ${ms / 1000} s: ${what()}`)), ms)
    finish = (value) => {
      clearTimeout(timer)
      resolve(value)
    }
  })
  return { done, finish }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
