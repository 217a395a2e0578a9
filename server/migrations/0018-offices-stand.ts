// Migration: whether an office of a commission stands on a day, in one place, as `people.gives_rights` says it of mandates.
export const sql = `
create function commissions.stands(o commissions.office, day date) returns boolean language sql immutable as $$
  select coalesce(o.to_day, 'infinity') >= day
$$;
`
