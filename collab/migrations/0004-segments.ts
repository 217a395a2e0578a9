// Collab, migrations: old rows of the log, packed. They go only after the segment that holds them was read back and
// compared; whoever serves may pack and may not throw away.

export const sql = /* sql */ `
create table collab.segment (
  room text not null,
  first_seq bigint not null,
  last_seq bigint not null check (last_seq >= first_seq),
  epoch int not null,
  rows bytea not null,
  digest bytea not null,
  packed_at timestamptz not null default now(),
  primary key (room, first_seq)
);
comment on table collab.segment is 'Rows first_seq to last_seq of the log of a room, packed: all that they say, compressed. They are no longer in collab.log once a segment was read back and compared.';
comment on column collab.segment.digest is 'collab.digest_of these rows when they were packed';
alter table collab.segment alter column rows set storage external;
grant select, insert on collab.segment to faellesrum_app;

create function collab.digest_of(of_room text, from_seq bigint, to_seq bigint) returns bytea
language sql stable set timezone to 'UTC' set bytea_output to 'hex' set datestyle to 'ISO' as $$
  select sha256(coalesce(string_agg(sha256(convert_to(l::text, 'UTF8')), ''::bytea order by l.seq), ''))
    from collab.log l where l.room = of_room and l.seq between from_seq and to_seq
$$;

create function collab.let_go_packed(of_room text, of_first_seq bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  packed collab.segment;
  gone bigint;
begin
  select * into strict packed from collab.segment where room = of_room and first_seq = of_first_seq;
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
revoke all on function collab.let_go_packed(text, bigint) from public;
grant execute on function collab.let_go_packed(text, bigint) to faellesrum_app;
`
