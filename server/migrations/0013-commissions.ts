// Migration: commissions, the evidence for each state they entered, and who may write. Evidence, openings and offices are
// added to, never changed; the commission's own row carries where it stands now.
export const sql = `
create table commissions.commission (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text collate "da-x-icu" not null check (name <> ''),
  question text,
  state text,
  since date,
  version integer not null default 1,
  from_source boolean not null,
  body_id uuid unique references committees.body,
  draft_id uuid unique references drafts.draft,
  openness text not null default 'closed',
  politicians smallint,
  citizens smallint,
  seat_note text,
  search text not null,
  recorded_at timestamptz not null default now(),
  check ((politicians is null) = (citizens is null))
);
create index commission_name on commissions.commission (name, id);
create index commission_state on commissions.commission (state, name, id);

create table commissions.ownership (
  commission_id uuid not null references commissions.commission,
  body_id uuid not null references committees.body,
  position smallint not null,
  primary key (commission_id, body_id)
);
create index ownership_body on commissions.ownership (body_id, commission_id);

create table commissions.profile (
  commission_id uuid not null references commissions.commission,
  position smallint not null,
  text text not null,
  at_least smallint,
  primary key (commission_id, position)
);

create table commissions.office (
  id uuid primary key,
  commission_id uuid not null references commissions.commission,
  kind text not null check (kind in ('drafter', 'clerk')),
  person_id uuid not null references people.person,
  from_day date not null,
  to_day date,
  check (to_day is null or from_day <= to_day)
);
create index office_commission on commissions.office (commission_id, kind);
create index office_person on commissions.office (person_id);

create table commissions.evidence (
  id uuid primary key,
  commission_id uuid not null references commissions.commission,
  state text not null,
  on_day date not null,
  enters boolean not null,
  body_id uuid references committees.body,
  meeting_id uuid references meetings.meeting,
  source text not null check (source <> ''),
  by_person uuid references people.person,
  recorded_at timestamptz not null default now()
);
create index evidence_commission on commissions.evidence (commission_id, on_day, id);

create table commissions.plan (
  commission_id uuid not null references commissions.commission,
  state text not null,
  on_day date not null,
  primary key (commission_id, state)
);

create table commissions.opening (
  id uuid primary key,
  commission_id uuid not null references commissions.commission,
  openness text not null,
  person_id uuid not null references people.person,
  at timestamptz not null
);
create index opening_commission on commissions.opening (commission_id, at);

create table commissions.source (
  commission_id uuid not null references commissions.commission,
  position smallint not null,
  title text not null,
  place text,
  note text,
  url text,
  primary key (commission_id, position)
);
`
