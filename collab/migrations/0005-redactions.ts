// Collab, migrations: when a text was made anew without words that had to go, and what is still known of the time before.

export const sql = /* sql */ `
create table collab.redaction (
  room text not null,
  epoch int not null,
  rows bigint not null,
  digest bytea not null,
  senders jsonb not null,
  reason text not null,
  redacted_at timestamptz not null default clock_timestamp(),
  primary key (room, epoch)
);
comment on table collab.redaction is 'An epoch of a room that ended because words in its log had to be erased. Its rows are gone for good; this says how many there were and of whom.';
comment on column collab.redaction.digest is 'SHA-256 over the bytes of all its updates, in order: whoever kept a lawful copy can show that it is the one';
comment on column collab.redaction.senders is 'rows by sender: [{ person, mandate, rows }]';
-- Nobody who serves may erase; the command connects as the owner.
grant select on collab.redaction to faellesrum_app;

-- As before, and not beside an erasure, which takes segment and rows away together: then there is nothing to let go.
create or replace function collab.let_go_packed(of_room text, of_first_seq bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  packed collab.segment;
  gone bigint;
begin
  perform from collab.room where name = of_room for share;
  select * into packed from collab.segment where room = of_room and first_seq = of_first_seq;
  if not found then
    return 0;
  end if;
  if packed.digest <> collab.digest_of(of_room, packed.first_seq, packed.last_seq) then
    raise exception 'the rows of % from % are not those that were packed', of_room, of_first_seq;
  end if;
  delete from collab.log where room = of_room and seq between packed.first_seq and packed.last_seq;
  get diagnostics gone = row_count;
  if gone <> packed.last_seq - packed.first_seq + 1 then
    raise exception 'the rows of % from % have a gap', of_room, of_first_seq;
  end if;
  return gone;
end $$;
`
