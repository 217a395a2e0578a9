// Migration: what collab reads of the server: notices, and names for presence. Nothing else of ours is its business.
export const sql = `
create table rooms.notice (
  id bigint generated always as identity primary key,
  notice jsonb not null,
  at timestamptz not null default clock_timestamp()
);

create view rooms.card as select id as person_id, name from people.person;
`
