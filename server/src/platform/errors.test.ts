// Platform: an error that nobody has named is masked, and logged under the number that the caller is told.
import type { Logger } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../people/index.js'
import { aTown, type TestTown } from '../testing/town.js'
import { openGraphql } from './graphql.js'
import { makeLog } from './log.js'
import { buildTownSchema } from './schema.js'
import { openVisit } from './visits.js'

let made: TestTown
let lines: Record<string, any>[]
let log: Logger
beforeAll(async () => {
  made = await aTown({ slices: [people] })
  lines = []
  log = makeLog('error', { write: (line) => void lines.push(JSON.parse(line)) })
})
afterAll(() => made.close())

describe('an error outside of any field', () => {
  it('has a number in the answer that stands in the log, and none of its own words', async () => {
    const schema = buildTownSchema([people])
    const isTrusted = (): boolean => {
      throw new Error('canary')
    }
    const { apollo } = await openGraphql(schema, { isTrusted, anonymous: null })
    const contextValue = openVisit({ ...made.town, log }, schema.readings, {
      viewer: null,
      byToken: false,
      language: 'da',
      requestId: 'r-17',
      address: null,
    })
    const { body } = await apollo.executeOperation({ query: '{ __typename }' }, { contextValue })
    await apollo.stop()
    const answer = JSON.stringify(body)
    expect(answer).toContain('"code":"INTERNAL","correlationId":"r-17"')
    expect(answer).not.toContain('canary')
    expect(lines).toMatchObject([{ requestId: 'r-17', err: { message: 'canary' } }])
  })
})
