// Collab: what can be seen from outside, for Prometheus. One registry per collab, so that tests can start two.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** `logBytes` is asked at each look; it may be as old as it likes. */
export function createMetrics(counts: { rooms(): number; clients(): number; queued(): number; logBytes(): Promise<number> }) {
  const registry = new Registry()
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({ name, help, registers, collect() { this.set(read()) } })
  }
  gauge('collab_rooms', 'Rooms that are loaded', counts.rooms)
  gauge('collab_clients', 'Connections that are in a room', counts.clients)
  gauge('collab_queued_rows', 'Rows that wait for the next commit', counts.queued)
  new Gauge({
    name: 'collab_log_bytes',
    help: 'Bytes of the log in the database, packed or not, with its keys',
    registers,
    async collect() {
      this.set(await counts.logBytes())
    },
  })
  return {
    registry,
    updates: new Counter({ name: 'collab_updates_total', help: 'Updates accepted', registers }),
    bytes: new Counter({ name: 'collab_update_bytes_total', help: 'Bytes of updates accepted', registers }),
    delivered: new Counter({ name: 'collab_frames_sent_total', help: 'Frames with updates that were sent', registers }),
    commits: new Counter({ name: 'collab_commits_total', help: 'Commits of the log', registers }),
    saveSeconds: new Histogram({
      name: 'collab_save_seconds',
      help: 'From the first update of a row to its commit',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 0.6, 2, 10],
      registers,
    }),
    closed: new Counter({ name: 'collab_closed_total', help: 'Connections closed by us', labelNames: ['reason'], registers }),
    evictions: new Counter({ name: 'collab_evictions_total', help: 'Rooms thrown out of memory after a fault', registers }),
    loads: new Counter({ name: 'collab_loads_total', help: 'Rooms loaded from the log', registers }),
    folds: new Counter({ name: 'collab_folds_total', help: 'Snapshots made', labelNames: ['outcome'], registers }),
    away: new Counter({ name: 'collab_store_away_total', help: 'Times the store could not be reached', registers }),
  }
}
