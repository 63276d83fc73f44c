import { expect, test } from 'vitest'
import { toTimeOfDay } from './time-of-day.ts'

test.each([
  ['19:00', '19:00'],
  ['1900', '19:00'],
  ['730', '07:30'],
  ['7', '07:00'],
  ['7:30', '07:30'],
  ['19h', '19:00'],
  ['19 h 05', '19:05'],
  ['19.05', '19:05'],
  [' 08:00 ', '08:00'],
  ['00:00', '00:00'],
  ['2359', '23:59'],
])('%j is %s', (text, time) => {
  expect(toTimeOfDay(text)).toBe(time)
})

test.each(['', '24', '24:00', '2460', '12:60', '12345', '7:3', 'noon', '-1', '19:00:00'])('%j is no time of day', (text) => {
  expect(toTimeOfDay(text)).toBeNull()
})
