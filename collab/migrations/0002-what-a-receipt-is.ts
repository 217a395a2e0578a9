// Collab, migrations: says of the receipt what it is. It was thought of otherwise when the table was made.

export const sql = /* sql */ `
comment on column collab.log.receipt is '20 bytes by chance, made when the row was begun: a commit whose answer was lost is found again by it; null for rows of the server';
`
