import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { EngineAborted } from './durable-fs.ts'
import { kindOfError } from './errors.ts'

const coded = (code: string): Error => Object.assign(new Error('engine'), { code })

test.each([
  ['53100', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EROFS', 'read_only'],
  ['42501', 'read_only'],
  ['58030', 'io'],
  ['EIO', 'io'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['23505', 'other'],
])('%s means %s, also when drizzle has wrapped it', (code, kind) => {
  expect(kindOfError(coded(code))).toBe(kind)
  expect(kindOfError(new DrizzleQueryError('insert', [], coded(code)))).toBe(kind)
})

test('a full disk is known by its words as well, and an engine that gave up by its name', () => {
  expect(kindOfError(new Error('could not extend file: No space left on device'))).toBe('disk_full')
  expect(kindOfError(new DrizzleQueryError('insert', [], new EngineAborted()))).toBe('io')
})

test('what is no error at all is other', () => {
  for (const thrown of [undefined, null, 'ENOSPC', { code: 'ENOSPC' }]) expect(kindOfError(thrown)).toBe('other')
})
