// Migration: texts that several people write. The words themselves are in the room, behind collab's door.
export const sql = `
create table drafts.draft (
  id uuid primary key,
  room text not null unique,
  template text not null,
  version_name text,
  recorded_at timestamptz not null default now()
);

`
