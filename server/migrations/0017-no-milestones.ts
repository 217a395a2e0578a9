// Migration: what was to be done once for all was never written down here; the seed looks whether there is a town.
export const sql = `
drop table platform.milestone;
`
