// Migration: how a person stands in public (PE6, PE7), kept beside the name. Every list of people asks for it, and it changes
// as seldom as a mandate or a consent does; kept by the database, so that no act can forget it.
export const sql = `
alter table people.person add column shown_as text not null default 'resident'
  check (shown_as in ('full-name', 'first-name', 'citizen-member', 'invited', 'resident'));

create function people.shown_as(person uuid) returns text language sql stable as $$
  select case when bool_or(m.kind in ('council-member', 'administration')) then 'full-name'
    else coalesce((select c.shows from people.name_consent c where c.person_id = person and c.to_day is null),
      case when bool_or(m.kind = 'citizen-member') then 'citizen-member'
        when bool_or(m.kind in ('invited', 'expert')) then 'invited' else 'resident' end) end
  from people.mandate m where m.person_id = person
$$;

create function people.keep_shown_as() returns trigger language plpgsql as $$ begin
  update people.person p set shown_as = people.shown_as(p.id)
   where p.id in (old.person_id, new.person_id) and p.shown_as <> people.shown_as(p.id);
  return null;
end $$;
create trigger keep_shown_as after insert or update or delete on people.mandate
  for each row execute function people.keep_shown_as();
create trigger keep_shown_as after insert or update or delete on people.name_consent
  for each row execute function people.keep_shown_as();

update people.person p set shown_as = people.shown_as(p.id);
`
