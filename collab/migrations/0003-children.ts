// Collab, migrations: a snapshot also says what stands among the children of its elements, so that a room need not ask
// a document where a new item comes to stand. Null in those of an older program, which are then not used.

export const sql = /* sql */ `
alter table collab.snapshot add column children bytea;
`
