// Migration: when each job is due, and what has been done once for all.
export const sql = `
create table platform.job (
  name text primary key,
  due_at timestamptz not null
);
create table platform.milestone (
  name text primary key,
  at timestamptz not null default now()
);
`
