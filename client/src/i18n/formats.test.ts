// Dates as the language has them.
import { expect, test } from 'vitest'
import { formatsOf } from './formats.js'

const da = formatsOf('da', 'Europe/Copenhagen')
const en = formatsOf('en', 'Europe/Copenhagen')

test('a day and its month do not part; a year may go on the next line', () => {
  expect(da.day('2027-01-25')).toBe('25.\u00a0januar 2027')
  expect(en.day('2027-01-25')).toBe('25\u00a0January 2027')
})

test('a moment is told in the municipality’s zone, whatever the machine’s is', () => {
  expect(da.weekday('2027-04-26T16:00:00Z')).toBe('mandag den 26.\u00a0april')
  expect(da.time('2027-04-26T16:00:00Z')).toBe('kl.\u00a018.00')
  expect(da.momentDay('2027-04-26T22:30:00Z')).toBe('27.\u00a0april 2027')
})

test('the zone is the municipality’s own, and no zone moves a legal date', () => {
  const moment = '2027-04-26T16:00:00Z'
  expect(formatsOf('da', 'America/Nuuk').time(moment)).toBe('kl.\u00a015.00')
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', undefined]) {
    expect(formatsOf('da', zone).day('2027-01-25')).toBe('25.\u00a0januar 2027')
    expect(formatsOf('en', zone).dayMonth('2027-01-25')).toBe('25\u00a0January')
  }
})

test('today and yesterday are called so, by the calendar and not by hours', () => {
  const now = new Date('2027-04-26T22:30:00Z') // half past midnight, the 27th
  expect(da.recent('2027-04-26T22:10:00Z', now)).toBe('i dag kl.\u00a00.10')
  expect(da.recent('2027-04-26T21:50:00Z', now)).toBe('i går kl.\u00a023.50')
  expect(da.recent('2027-04-25T12:00:00Z', now)).toBe('25.\u00a0april 2027')
})

test('lists and numbers are Danish or English, names always in Danish order', () => {
  expect(da.list(['Alva', 'Elias', 'Hibo'])).toBe('Alva, Elias og Hibo')
  expect(en.list(['Alva', 'Elias', 'Hibo'])).toBe('Alva, Elias and Hibo')
  expect(da.number(1234567.8)).toBe('1.234.567,8')
  expect(['Aase', 'Ørn', 'Bo', 'Ærø'].sort(en.compare)).toEqual(['Bo', 'Ærø', 'Ørn', 'Aase'])
})
