// Migration: persons, electoral groups, mandates with dates, accounts, sessions, invitations, consents.
export const sql = `
create table people.electoral_group (
  id uuid primary key,
  slug text not null unique,
  name text not null
);

create table people.person (
  id uuid primary key,
  slug text unique,
  name text not null check (length(name) between 1 and 200),
  group_id uuid references people.electoral_group
);
create index person_name on people.person (lower(name) text_pattern_ops);

-- Nothing here is ever rewritten but the end of a mandate, which is an act of its own.
create table people.mandate (
  id uuid primary key,
  kind text not null,
  person_id uuid references people.person,
  body_id uuid,
  commission_id uuid,
  from_day date not null,
  to_day date,
  ended_because text,
  -- Given by a claim of the sign-in, and ended when the claim is gone.
  by_claim boolean not null default false,
  constraint mandate_days check (to_day is null or to_day >= from_day),
  constraint mandate_person check (person_id is not null or kind = 'guest')
);
-- Held on the day, and not ended for that day or earlier: who is shown out is out at once, not at midnight.
create function people.gives_rights(m people.mandate, day date) returns boolean language sql immutable as $$
  select day between m.from_day and coalesce(m.to_day, 'infinity') and (m.ended_because is null or m.to_day > day)
$$;
create index mandate_person on people.mandate (person_id);
create index mandate_body on people.mandate (body_id);
create index mandate_commission on people.mandate (commission_id);

-- A yes to the own name in public; taken back by a date, never deleted.
create table people.name_consent (
  id uuid primary key,
  person_id uuid not null references people.person,
  shows text not null check (shows in ('full-name', 'first-name')),
  by_guardian boolean not null,
  from_day date not null,
  to_day date
);
create unique index name_consent_one on people.name_consent (person_id) where to_day is null;

create table people.account (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  person_id uuid not null references people.person,
  constraint account_subject unique (issuer, subject)
);
create index account_person on people.account (person_id);

-- Roles that the command line gave before their holder signed in for the first time.
create table people.reserved_role (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  kind text not null,
  taken_at timestamptz,
  constraint reserved_role_subject unique (issuer, subject, kind)
);

create table people.session (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references people.person,
  account_id uuid references people.account,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on people.session (person_id) where ended_at is null;

-- A sign-in under way at the provider; taken out once, by whoever brings its state back.
create table people.sign_in_attempt (
  state_hash text primary key,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  expires_at timestamptz not null
);

create table people.invitation (
  id uuid primary key,
  token_hash text not null unique,
  mandate_id uuid not null references people.mandate,
  expires_at timestamptz not null,
  spent_at timestamptz,
  spent_by uuid references people.person
);
`
