import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const lines = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('\n')

/** The lines indented below `key:`. */
function below(key: string): string[] {
  const start = lines.indexOf(`${key}:`)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^\S/.test(line) && !line.startsWith('#'))
  return start < 0 ? [] : rest.slice(0, end).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
}

test('the fuses are blown (trust.md 4.1)', () => {
  const fuses = Object.fromEntries(below('electronFuses').map((line) => line.split(': ')))
  expect(fuses).toMatchObject({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableCookieEncryption: 'true',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  })
})

test('what is read at run time is packed, and what native modules need is asked for', () => {
  expect(below('files')).toEqual(expect.arrayContaining(['- out/**', '- package.json', '- electron/core/db/migrations/**', '- resources/icons/*.png']))
  expect(below('deb')).toEqual(expect.arrayContaining(['- libusb-1.0-0', '- udev']))
})

test('every icon that is named is there', () => {
  const icons = lines.flatMap((line) => /icon: (\S+)/.exec(line)?.[1] ?? [])
  expect(icons).toHaveLength(3)
  for (const icon of [...icons, 'resources/icons/sentinel-256.png', 'resources/icons/sentinel.svg']) expect(existsSync(join(root, icon)), icon).toBe(true)
})
