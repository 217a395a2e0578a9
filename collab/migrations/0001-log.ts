// Collab, migrations: rooms and their log. Every key begins with the room, so that the tables can be distributed by it.

export const sql = /* sql */ `
do $$ begin
  create role faellesrum_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

create schema if not exists collab;
grant usage on schema collab to faellesrum_app;

create table collab.room (
  name text primary key check (name ~ '^[a-z]{1,20}/[0-9a-f-]{36}$'),
  state text not null default 'open' check (state in ('open', 'frozen', 'sealed')),
  epoch int not null default 1,
  next_seq bigint not null default 1,
  created_at timestamptz not null default now()
);
comment on table collab.room is 'A place where people hold one document. Whoever appends locks this row first; an act that freezes holds it.';

create table collab.log (
  room text not null,
  seq bigint not null,
  epoch int not null,
  person text,
  mandate text not null,
  mandate_kind text,
  received_at timestamptz not null default clock_timestamp(),
  offline boolean not null default false,
  updates bytea not null,
  ends int[] not null,
  authors jsonb,
  receipt bytea,
  primary key (room, seq),
  constraint log_receipt_key unique (room, receipt)
);
comment on table collab.log is 'All updates of a room as they were received, one row per sender and commit. The source of every version and every authorship; nothing in it is ever changed.';
comment on column collab.log.person is 'uuid; null for guests, whose mandate stands alone; server for what the server wrote itself';
comment on column collab.log.ends is 'where each update ends within updates: replay sees the boundaries of the client, not of our batches';
comment on column collab.log.receipt is 'connection and number of its first frame: a commit whose answer was lost is found again by it';

create table collab.client_id (
  room text not null,
  client bigint not null,
  owner text not null,
  primary key (room, client)
);
comment on table collab.client_id is 'A Yjs client id belongs to the first person seen with it in that room, for ever.';

create table collab.snapshot (
  room text primary key,
  epoch int not null,
  seq bigint not null,
  update bytea not null,
  state_vector bytea not null,
  deletions bytea not null,
  made_at timestamptz not null default now()
);
comment on table collab.snapshot is 'A cache: rows 1 to seq of the log, folded. May be thrown away at any time.';
alter table collab.snapshot alter column update set storage external;

grant select, insert, update on collab.room to faellesrum_app;
grant select, insert on collab.log, collab.client_id to faellesrum_app;
grant select, insert, update, delete on collab.snapshot to faellesrum_app;
`
