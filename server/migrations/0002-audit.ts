// Migration: the audit trail. Rows are chained by hash (server/src/platform/audit.ts).
export const sql = `
create table audit.entry (
  seq bigint primary key,
  act text not null,
  actor text not null,
  person_id uuid,
  mandate_id uuid,
  key text not null,
  input_hash text not null,
  about text[] not null,
  record jsonb not null,
  result jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  request_id text not null,
  previous text,
  hash text not null unique,
  constraint entry_actor_key unique (actor, key)
);
create index entry_about on audit.entry using gin (about);
`
