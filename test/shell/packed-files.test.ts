/**
 * What electron-builder packs, by packing it: everything but Electron's own program, which cannot be downloaded everywhere.
 * A file stands for that, with nothing in it but the place where the fuses are, so that they are blown and read back too.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, Platform } from 'electron-builder'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '../../scripts/build-if-stale.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'sentinel-pack-'))
const packed = join(folder, 'packed', 'linux-unpacked')
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
/** @electron/fuses: the mark, the version of the list, its length, and a sign for each fuse; all on, as none would be left by oversight. */
const fuses = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('111111111')])

/** The path of each file, whether it lies in the archive or, named there too, beside it. */
let files: string[] = []

beforeAll(async () => {
  const electron = join(folder, 'electron')
  mkdirSync(join(electron, 'resources'), { recursive: true })
  writeFileSync(join(electron, 'electron'), fuses, { mode: 0o755 })
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(electron, name), '')
  buildIfStale()
  await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.LINUX.createTarget('dir'),
    config: { extends: join(root, 'electron-builder.yml'), electronDist: electron, directories: { output: join(folder, 'packed') } },
  })
  files = listPackage(join(packed, 'resources', 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const like = (pattern: RegExp): string[] => files.filter((path) => pattern.test(path))

test('what is read at run time is there', () => {
  for (const path of ['package.json', 'out/main/main.js', 'out/main/check-copy-thread.js', 'out/main/report-thread.js', 'out/main/paper-thread.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'resources/icons/sentinel-256.png']) expect(files).toContain(path)
  const journal = JSON.parse(readFileSync(join(root, 'electron/core/db/migrations/meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] }
  expect(journal.entries.length).toBeGreaterThan(0)
  expect(files).toContain('electron/core/db/migrations/meta/_journal.json')
  for (const { tag } of journal.entries) expect(files).toContain(`electron/core/db/migrations/${tag}.sql`)
})

test.each(['linux-x64', 'win32-x64', 'darwin'])('native readers have their prebuilt library for %s, and the database its program, outside the archive', (platform) => {
  const outside = (pattern: RegExp) => like(pattern).map((path) => readFileSync(join(packed, 'resources', 'app.asar.unpacked', path)).length)
  for (const pattern of [new RegExp(`^node_modules/node-hid/prebuilds/HID[^/]*-${platform}[^/]*/.*\\.node$`), new RegExp(`^node_modules/@serialport/bindings-cpp/prebuilds/${platform}[^/]*/.*\\.node$`), /^node_modules\/@electric-sql\/pglite\/dist\/[^/]*\.wasm$/, /^node_modules\/@electric-sql\/pglite\/dist\/[^/]*\.data$/]) {
    expect(outside(pattern).filter((size) => size > 10_000), String(pattern)).not.toHaveLength(0)
  }
})

test('every production dependency is there, and no other', () => {
  for (const name of Object.keys(dependencies)) expect(files, name).toContain(`node_modules/${name}/package.json`)
  for (const name of Object.keys(devDependencies)) expect(like(new RegExp(`^node_modules/${name}/`)), name).toEqual([])
})

test.each([
  ['a source of ours', /^(?:shared|renderer|test|scripts|bench|docs)\/|^electron\/(?!core(?:$|\/db(?:$|\/migrations)))/],
  ['a TypeScript file or a map', /\.(?:ts|tsx|mts|cts|map)$/],
  ['a test', /\.(?:test|spec)\.[a-z]+$|\/__tests__\//],
  ['what native libraries are compiled from', /\.(?:c|cc|cpp|h|hpp|m|gyp|gypi)$/],
  ['a secret or a setting of a machine', /(?:^|\/)(?:\.env[^/]*|\.npmrc|\.git[^/]*|id_[a-z0-9]+|[^/]*\.(?:pem|key|p12|pfx))$/],
  ['a desk’s data', /(?:^|\/)(?:\.demo-data|\.tmp|test-results|coverage|dist\/linux-unpacked)(?:\/|$)/],
])('%s is not packed', (_what, pattern) => {
  expect(like(pattern)).toEqual([])
})

test('electron-builder blows the fuses: read back from what it packed (trust.md 4.1)', async () => {
  const wire = await getCurrentFuseWire(join(packed, 'sentinel-duty-desk'))
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === 49
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspector: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    cookiesEncrypted: isOn(FuseV1Options.EnableCookieEncryption),
    asarChecked: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    fileIsSpecial: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    ownSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
  }).toEqual({ runAsNode: false, nodeOptions: false, inspector: false, cookiesEncrypted: true, asarChecked: true, onlyAsar: true, fileIsSpecial: false, ownSnapshot: false })
})
