import { expect, test } from 'vitest'
import { fieldsOf, isFilledIn, noAddress, urlOf } from './address.ts'

test('what is filled in becomes one address, whatever signs the password has', () => {
  const fields = { ...noAddress, host: ' db.example ', database: 'sentinel', user: 'desk', password: 'p@ss/w:rd?#é' }
  const url = urlOf(fields)
  expect(url).toBe('postgres://desk:p%40ss%2Fw%3Ard%3F%23%C3%A9@db.example:5432/sentinel')
  expect(fieldsOf(url)).toEqual({ ...fields, host: 'db.example' })
})

test('a whole address that is pasted fills the fields in, and loses nothing', () => {
  const pasted = 'postgres://desk@db.example:5433/sentinel?sslmode=require&sslrootcert=%2Fetc%2Fca.pem&sslcert=%2Fetc%2Fme.pem'
  expect(fieldsOf(pasted)).toMatchObject({ host: 'db.example', port: 5433, user: 'desk', password: '', mode: 'require', authority: '/etc/ca.pem', rest: 'sslcert=%2Fetc%2Fme.pem' })
  expect(new URL(urlOf(fieldsOf(pasted) ?? noAddress)).searchParams.toString().split('&').toSorted()).toEqual(['sslcert=%2Fetc%2Fme.pem', 'sslmode=require', 'sslrootcert=%2Fetc%2Fca.pem'])
  // A mode that the fields do not offer is kept.
  expect(urlOf(fieldsOf('postgres://a@b/c?sslmode=verify-ca') ?? noAddress)).toBe('postgres://a@b:5432/c?sslmode=verify-ca')
  expect(urlOf(fieldsOf('postgres://a@[::1]:5432/c') ?? noAddress)).toBe('postgres://a@[::1]:5432/c')
  expect([fieldsOf('db.example'), fieldsOf('postgres://a:%@b/c')]).toEqual([undefined, undefined])
})

test('what is needed is said before anybody connects', () => {
  const whole = { ...noAddress, host: 'b', database: 'c', user: 'a' }
  expect(isFilledIn(whole)).toBe(true)
  for (const lacking of [{ host: ' ' }, { database: '' }, { user: '' }, { port: Number.NaN }, { port: 70_000 }]) expect(isFilledIn({ ...whole, ...lacking })).toBe(false)
})
