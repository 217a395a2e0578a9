// The day in the municipality, whatever the machine's zone is.
import { expect, test } from 'vitest'
import { tellZone } from '../i18n/index.js'
import { today } from './today.js'

test.each([
  ['Europe/Copenhagen', '2027-04-27'],
  ['America/Nuuk', '2027-04-26'],
])('half past midnight in Denmark is, in %s, %s', (zone, day) => {
  tellZone(zone)
  expect(today(new Date('2027-04-26T22:30:00Z'))).toBe(day)
})
