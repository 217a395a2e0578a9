// Migration: meetings of one or several bodies, in their first form: what a decision can point at.
export const sql = `
create table meetings.meeting (
  id uuid primary key,
  kind text not null,
  title text not null check (title <> ''),
  starts_at timestamptz not null,
  on_day date not null,
  place text,
  recorded_at timestamptz not null default now()
);
create index meeting_starts on meetings.meeting (starts_at, id);

create table meetings.convened (
  meeting_id uuid not null references meetings.meeting,
  body_id uuid not null references committees.body,
  position smallint not null,
  primary key (meeting_id, body_id)
);
create index convened_body on meetings.convened (body_id, meeting_id);

`
