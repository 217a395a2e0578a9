// People: the link of an invitation. Its token is made from the invitation's id and the town's secret, so that a repeat
// of the act can answer the same link although the database has only the token's hash.
import { createHmac } from 'node:crypto'
import type { Town } from '../platform/index.js'

const bits = 128

export const invitationToken = (town: Pick<Town, 'secret'>, invitation: string): string =>
  createHmac('sha256', town.secret)
    .update(`invitation:v1:${invitation}`)
    .digest()
    .subarray(0, bits / 8)
    .toString('base64url')

export const invitationUrl = (town: Pick<Town, 'secret' | 'publicUrl'>, invitation: string): string =>
  `${town.publicUrl}/invitation/${invitationToken(town, invitation)}`
