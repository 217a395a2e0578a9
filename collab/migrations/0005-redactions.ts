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
`
