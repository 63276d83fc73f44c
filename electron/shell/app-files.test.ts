import { join } from 'node:path'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { resolveAppFile } from './app-files.ts'

const root = join('/app', 'out', 'renderer')
const find = (address: string) => resolveAppFile(root, address)

test('a window’s files, each as what it is', () => {
  const index = { path: join(root, 'index.html'), mediaType: 'text/html; charset=utf-8' }
  for (const address of ['app://sentinel/', 'app://sentinel', 'app://sentinel/index.html?window=desk#/members']) expect(find(address)).toEqual(index)
  expect(find('app://sentinel/assets/a-1.js')).toEqual({ path: join(root, 'assets', 'a-1.js'), mediaType: 'text/javascript; charset=utf-8' })
  expect(find('app://sentinel/assets/inter.woff2')?.mediaType).toBe('font/woff2')
  expect(find('app://sentinel/in%20and%20out.svg')?.path).toBe(join(root, 'in and out.svg'))
})

test.each([
  'app://sentinel/..%2fmain%2fmain.js',
  'app://sentinel/%2e%2e%2f%2e%2e%2fpackage.json',
  'app://sentinel/assets/..%2f..%2f..%2fpackage.json',
  'app://sentinel/a%5c..%5c..%5cmain.js',
  'app://sentinel//etc/hosts.html',
  'app://sentinel/C:/x.html',
  'app://sentinel/index.html%00.js',
  'app://sentinel/%',
  'app://sentinel/assets',
  'app://sentinel/assets/',
  'app://sentinel/a.ts',
  'app://sentinel/a.js.map',
  'app://other/index.html',
  'app://sentinel.evil.example/index.html',
  'file:///app/out/renderer/index.html',
  'nonsense',
])('%s is not served', (address) => {
  expect(find(address)).toBeUndefined()
})

test('whatever is asked for lies in the folder', () => {
  const parts = fc.array(fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '%00', '..%2f', 'main.js', '~', '%252e'), { maxLength: 8 })
  fc.assert(
    fc.property(parts, (path) => {
      const file = find(`app://sentinel/${path.join('/')}.js`)
      expect(file === undefined || (file.path.startsWith(`${root}/`) && !file.path.split('/').includes('..'))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
