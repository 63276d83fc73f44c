import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { AddressError, describeAddress, parseServerUrl } from './address.ts'

const folder = mkdtempSync(join(tmpdir(), 'sentinel-address-'))
const ca = join(folder, 'ca.pem')
writeFileSync(ca, 'a certificate')
afterAll(() => rmSync(folder, { recursive: true }))

test('an address says who, where and which; what needs escaping is read as it is meant', () => {
  expect(parseServerUrl('postgres://desk:p%40ss%2Fw%C3%B6rd@db.example:6432/duty%20desk')).toMatchObject({ host: 'db.example', port: 6432, user: 'desk', password: 'p@ss/wörd', database: 'duty desk' })
  expect(parseServerUrl('postgresql://desk@[2001:db8::1]/desk')).toMatchObject({ host: '2001:db8::1', port: 5432, password: undefined })
  expect(parseServerUrl('postgres://desk@localhost/desk?host=/var/run/postgresql')).toMatchObject({ host: '/var/run/postgresql', ssl: false })
})

test.each([
  ['over a network', 'db.example', '', { rejectUnauthorized: true }],
  ['on this machine', '127.0.0.1', '', false],
  ['on this machine, by name', 'localhost', '', false],
  ['on this machine, if asked for', 'localhost', '?sslmode=verify-full', { rejectUnauthorized: true }],
  ['where somebody has said so', 'db.example', '?sslmode=disable', false],
  ['with whoever answers', 'db.example', '?sslmode=require', { rejectUnauthorized: false }],
  ['with a certificate of this authority', 'db.example', `?sslmode=require&sslrootcert=${ca}`, { rejectUnauthorized: true, ca: 'a certificate', checkServerIdentity: expect.any(Function) }],
  ['with a certificate of this authority, said otherwise', 'db.example', `?sslmode=verify-ca&sslrootcert=${ca}`, { rejectUnauthorized: true, ca: 'a certificate', checkServerIdentity: expect.any(Function) }],
  ['with this host and no other', 'db.example', `?sslmode=verify-full&sslrootcert=${ca}`, { rejectUnauthorized: true, ca: 'a certificate' }],
])('encrypted %s: %s%s', (_name, host, query, ssl) => {
  expect(parseServerUrl(`postgres://desk@${host}/desk${query}`).ssl).toEqual(ssl)
})

test.each([
  ['mysql://desk:secret@db.example/desk', /no address of a PostgreSQL/],
  ['postgres://desk:sec%ret@db.example/desk', /no address of a PostgreSQL/],
  ['desk:secret@db.example', /no address of a PostgreSQL/],
  ['postgres://desk:secret@db.example/', /names no database/],
  ['postgres://db.example/desk', /names no user/],
  ['postgres://desk:secret@db.example/desk?sslmode=prefer', /sslmode=prefer/],
  ['postgres://desk:secret@db.example/desk?pool=5', /“pool”/],
  ['postgres://desk:secret@db.example/desk?sslmode=verify-full&sslrootcert=/no/such.pem', /\/no\/such\.pem/],
])('%s is refused in words, without its password', (url, words) => {
  const failure = (() => {
    try {
      return parseServerUrl(url)
    } catch (error) {
      return error
    }
  })()
  expect(failure).toBeInstanceOf(AddressError)
  expect(String(failure)).toMatch(words)
  expect(`${String(failure)} ${(failure as Error).stack}`).not.toContain('secret')
})

test('what a person or a log sees of it has no password', () => {
  expect(describeAddress(parseServerUrl('postgres://desk:secret@db.example/sentinel'))).toBe('desk@db.example:5432/sentinel')
})
