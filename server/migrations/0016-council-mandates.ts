// Migration: what makes a council member (PE10): the mandate in the council itself. A politician's seat on another body is
// of the same kind, and gives what that body gives.
export const sql = `
create function people.in_council(m people.mandate) returns boolean language sql stable as $$
  select m.kind = 'council-member' and exists (select from committees.body b where b.id = m.body_id and b.kind = 'council')
$$;
`
