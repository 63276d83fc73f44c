import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf } from '../test/support/imports.ts'
import { builtIn, isAgreed, licencePage, productionPackages, refusedLicences } from './licence-list.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const readIfThere = (path: string): string | undefined => (globSync(path, { cwd: root }).length > 0 ? read(path) : undefined)
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
const packages = productionPackages(read('package-lock.json'), readIfThere)

test('every licence of what is installed with Sentinel was agreed to', () => {
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining([...Object.keys(dependencies), ...builtIn]))
  expect(refusedLicences(packages)).toEqual([])
})

test('docs/licences.md says what is installed: npm run licences writes it', () => {
  expect(read('docs/licences.md')).toBe(licencePage(packages))
})

test('what the windows import is listed', () => {
  const imported = globSync(['renderer/src/**/*.{ts,tsx}'], { cwd: root }).filter((path) => !path.includes('.test.')).flatMap((path) => importsOf(read(path)))
  const names = new Set(imported.filter((name) => !/^[./]|^node:/.test(name)).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')))
  expect(names.size).toBeGreaterThan(3)
  expect([...names].filter((name) => !packages.some((one) => one.name === name))).toEqual([])
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND Zlib)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['GPL-3.0-only', false],
  ['unknown', false],
])('%s: %s', (licence, agreed) => {
  expect(isAgreed(licence)).toBe(agreed)
})

test('a package inside another is found where Node finds it, and one that names no licence is read', () => {
  const lock = JSON.stringify({
    packages: {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '2', c: '1' } },
      'node_modules/b': { version: '1.0.0', license: 'GPL-3.0-only' },
      'node_modules/a/node_modules/b': { version: '2.0.0', license: 'ISC' },
      'node_modules/c': { version: '1.0.0' },
    },
  })
  const found = productionPackages(lock, (path) => (path === 'node_modules/c/LICENSE' ? 'Permission is hereby granted, free of charge, …' : undefined))
  expect(found).toEqual([
    { name: 'a', version: '1.0.0', licence: 'MIT' },
    { name: 'b', version: '2.0.0', licence: 'ISC' },
    { name: 'c', version: '1.0.0', licence: 'MIT' },
  ])
})
