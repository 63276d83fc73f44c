import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownHidReaders } from '../../electron/core/readers/known-hid.ts'

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

test('the package brings the rights to every USB reader that is known (hardware.md 2), and hides none from the desktop by itself', () => {
  const rules = 'resources/linux/60-sentinel-readers.rules'
  expect(below('deb')).toContain(`- ${rules}=/usr/lib/udev/rules.d/60-sentinel-readers.rules`)
  expect(below('deb').filter((line) => line.includes('rules'))).toHaveLength(1)
  expect(below('extraResources')).toEqual(['- from: resources/linux', 'to: linux'])

  const active = readFileSync(join(root, rules), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  for (const line of active) expect(line, line).toMatch(/^ACTION!="remove", SUBSYSTEM=="(hidraw|tty)"(, ATTRS\{id(Vendor|Product)\}=="[0-9a-f]{4}"){1,2}, MODE="0660", GROUP="(plugdev|dialout)", TAG\+="uaccess"(, ENV\{ID_MM_DEVICE_IGNORE\}="1")?$/)
  const hidraw = active.filter((line) => line.includes('"hidraw"'))
  for (const { vendor, product, family } of knownHidReaders) {
    const rule = hidraw.find((line) => line.includes(`ATTRS{idVendor}=="${vendor}"`) && (family === 'rfideas' || line.includes(`ATTRS{idProduct}=="${product}"`)))
    expect(rule, `${vendor}:${product}`).toBeDefined()
  }
  expect(existsSync(join(root, 'resources/linux/99-sentinel-hide-reader.rules.example'))).toBe(true)
})
