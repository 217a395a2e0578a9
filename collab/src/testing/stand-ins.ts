// Collab, tests and bench: stand-ins for the two things of the server's that collab reads.
export const standIns = /* sql */ `
  create schema rooms;
  create table rooms.notice (
    id bigint generated always as identity primary key, notice jsonb not null, at timestamptz not null default now()
  );
  create table rooms.card_of (person_id uuid primary key, name text not null);
  create view rooms.card as select person_id, name from rooms.card_of;
  grant usage on schema rooms to faellesrum_app;
  grant select on rooms.notice, rooms.card to faellesrum_app;
`
