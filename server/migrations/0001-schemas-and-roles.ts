// Migration: the schemas, the role that serves, and what it may do. The owner migrates and does nothing else.
// The role belongs to the whole server, so several databases (and several starts at once) may meet it.
const schemas = ['people', 'committees', 'commissions', 'meetings', 'drafts', 'rooms', 'platform', 'municipality']

export const sql = `
do $$ begin
  create role faellesrum_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant faellesrum_app to %I', current_user);
exception when others then
  -- Several starts at once may grant the same; what counts is that we may become it.
  if not pg_has_role(current_user, 'faellesrum_app', 'member') then raise; end if;
end $$;

${schemas
  .map(
    (name) => `create schema if not exists ${name};
grant usage on schema ${name} to faellesrum_app;
alter default privileges in schema ${name} grant select, insert, update, delete on tables to faellesrum_app;
alter default privileges in schema ${name} grant usage, select on sequences to faellesrum_app;`,
  )
  .join('\n')}

-- The trail: added to and read, never changed; not even by a program that has gone wrong.
create schema if not exists audit;
grant usage on schema audit to faellesrum_app;
alter default privileges in schema audit grant select, insert on tables to faellesrum_app;
`
