import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture, openRollDesk, refusalOf, type RollDesk } from './testing/roll-desk.ts'

let desk: RollDesk
beforeAll(async () => {
  desk = await openRollDesk()
})
afterAll(() => desk.database.close())

describe('the fixtures (domain.md 8, 33a)', () => {
  test.each(['valid-small.csv', 'lower-case-headers.csv', 'semicolon.csv', 'windows-1252.csv', 'utf-16.csv'])('%s adds the same three people', async (name) => {
    expect(await desk.preview(fixture(name))).toMatchObject({
      rows: 3,
      errors: [],
      notices: [],
      toAdd: [
        { row: 2, serviceNumber: 'R20000001', name: 'PO2 Bérubé, Hélène' },
        { row: 3, serviceNumber: 'R20000002', name: 'S1 McIntyre, Ross' },
        { row: 4, serviceNumber: 'R20000003', name: 'Lt(N) D\'Arcy-Œuvrard, Noël' },
      ],
    })
  })

  test.each([
    ['missing-sn.csv', { row: 3, field: 'serviceNumber', code: 'cell_missing' }],
    ['duplicate-sn.csv', { row: 4, field: 'serviceNumber', code: 'service_number_twice' }],
    ['bad-email.csv', { row: 2, field: 'email', code: 'email_form' }],
  ])('%s has one error, and two people to add', async (name, problem) => {
    const { errors, toAdd } = await desk.preview(fixture(name))
    expect(errors).toMatchObject([problem])
    expect(toAdd).toHaveLength(2)
  })

  test('unknown-division.csv proposes the division', async () => {
    expect(await desk.preview(fixture('unknown-division.csv'))).toMatchObject({ errors: [], divisionsToCreate: [{ code: 'DIVE', name: 'DIVE', members: 1 }] })
  })

  test.each([
    ['bad-headers.csv', ['roll_columns_missing', { columns: 'SN, LAST NAME, FIRST NAME' }]],
    ['torn.csv', ['roll_unreadable', { problem: 'a quotation mark in row 4 is never closed. The file may be cut off.', problemCode: 'quote_open', row: 4 }]],
  ])('%s is refused in plain words', async (name, refusal) => expect(await refusalOf(desk.preview(fixture(name)))).toEqual(refusal))

})
