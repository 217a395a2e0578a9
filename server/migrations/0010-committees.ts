// Migration: bodies as a graph, seats and who holds them, offices, sources. Constraints keep integrity, not lifecycles.
export const sql = `
create table committees.body (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null,
  name text collate "da-x-icu" not null check (name <> ''),
  purpose text,
  remit text,
  competence text,
  from_day date,
  to_day date,
  period_note text,
  closed_because text,
  owners_note text,
  search text not null,
  recorded_at timestamptz not null default now(),
  check (to_day is null or from_day is null or from_day <= to_day)
);
create unique index body_one_council on committees.body ((true)) where kind = 'council' and to_day is null and closed_because is null;
create index body_kind_name on committees.body (kind, name, id);
create index body_name on committees.body (name, id);

create table committees.ownership (
  body_id uuid not null references committees.body,
  owner_id uuid not null references committees.body,
  position smallint not null,
  primary key (body_id, owner_id),
  check (body_id <> owner_id)
);
create index ownership_owner on committees.ownership (owner_id, body_id);

create table committees.seat (
  id uuid primary key,
  body_id uuid not null references committees.body,
  number smallint not null check (number > 0),
  kind text not null,
  profile text,
  from_day date not null,
  to_day date,
  unique (body_id, number, from_day),
  check (to_day is null or from_day <= to_day)
);

create table committees.seating (
  id uuid primary key,
  seat_id uuid not null references committees.seat,
  mandate_id uuid not null unique references people.mandate,
  from_day date not null,
  to_day date,
  check (to_day is null or from_day <= to_day)
);
create index seating_seat on committees.seating (seat_id);

create table committees.office (
  id uuid primary key,
  body_id uuid not null references committees.body,
  kind text not null,
  person_id uuid not null references people.person,
  from_day date not null,
  to_day date,
  check (to_day is null or from_day <= to_day)
);
create index office_body on committees.office (body_id, kind);
create index office_person on committees.office (person_id);

create table committees.source (
  body_id uuid not null references committees.body,
  position smallint not null,
  title text not null,
  place text,
  note text,
  url text,
  primary key (body_id, position)
);
`
