// Reserves the mandate of the administration for an account that may not exist yet: it is granted, as an act on the
// record, when the account signs in.
import { randomBytes } from 'node:crypto'
import { newId } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'

export async function reserveAdministrator(tx: Tx, issuer: string, subject: string): Promise<string> {
  if (!URL.canParse(issuer))
    throw new Error(`the issuer is the provider's address, as in its tokens: ${issuer} is none`)
  await tx.query(
    `insert into people.reserved_role (id, issuer, subject, kind) values ($1, $2, $3, 'administration')
     on conflict (issuer, subject, kind) do update set taken_at = null`,
    [newId(Date.now(), randomBytes(16)), issuer, subject],
  )
  return `${subject} at ${issuer} becomes administration at the next sign-in.`
}
