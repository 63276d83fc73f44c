/** Which acts of others nobody told of (decision 026). */
import { expect, test } from 'vitest'
import { createLedger, patienceMs } from './ledger.ts'

function ledgerFrom(revision: number) {
  const ledger = createLedger()
  ledger.begin(revision)
  return ledger
}

test('what is accounted for in time is not missed, in whatever order it is told', () => {
  const ledger = ledgerFrom(10)
  ledger.exists(12, 100)
  ledger.account(12, 150)
  expect(ledger.dueAt()).toBe(100 + patienceMs)
  ledger.account(11, 200)
  expect(ledger.dueAt()).toBeUndefined()
})

test('an act that is told of before it is announced needs no announcement', () => {
  const ledger = ledgerFrom(10)
  ledger.account(11, 100)
  ledger.exists(11, 150)
  expect(ledger.dueAt()).toBeUndefined()
})

test('acts that lie between two others are as real as those that were announced', () => {
  const ledger = ledgerFrom(10)
  ledger.account(13, 100)
  expect(ledger.dueAt()).toBe(100 + patienceMs)
  for (const revision of [11, 12]) ledger.account(revision, 200)
  expect(ledger.dueAt()).toBeUndefined()
})

test('the oldest decides; once everything is read again nothing before that is missing', () => {
  const ledger = ledgerFrom(10)
  ledger.exists(11, 100)
  ledger.exists(12, 900)
  expect(ledger.dueAt()).toBe(100 + patienceMs)
  ledger.settle()
  expect(ledger.dueAt()).toBeUndefined()
  ledger.exists(12, 1_000)
  expect(ledger.dueAt()).toBeUndefined()
})

test('a station that was away for a hundred thousand acts missed them, without counting each', () => {
  const ledger = ledgerFrom(0)
  ledger.exists(100_000_000, 5)
  expect(ledger.dueAt()).toBe(5 + patienceMs)
})

test('what is heard before the station has read anything is in what it reads', () => {
  const ledger = createLedger()
  ledger.exists(7, 1)
  ledger.account(9, 1)
  ledger.begin(9)
  expect(ledger.dueAt()).toBeUndefined()
  ledger.exists(10, 2)
  expect(ledger.dueAt()).toBe(2 + patienceMs)
})
