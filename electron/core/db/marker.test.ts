import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markerPath, readMarker, writeMarker, type Marker } from './marker.ts'

const marker: Marker = { deskId: 'd', postgres: '18', schema: 's', appVersion: '1', createdAt: 'then', openedAt: 'now', closedCleanly: true }
let folder: string
let desk: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-marker-'))
  desk = join(folder, 'desk')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('lies beside the folder, is read as it was written, and replaces the one before whole', () => {
  expect(readMarker(desk)).toBeUndefined()
  writeMarker(desk, { ...marker, appVersion: 'a much longer version than the next' })
  writeMarker(desk, marker)
  expect(readMarker(desk)).toEqual(marker)
  expect(readdirSync(folder)).toEqual(['desk.sentinel.json'])
})

test('torn anywhere it is unreadable, never absent: what is absent would let a database be made (F2b)', () => {
  writeMarker(desk, marker)
  const whole = readFileSync(markerPath(desk), 'utf8').trimEnd()
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(markerPath(desk), whole.slice(0, length))
    expect(readMarker(desk), `cut after ${length} bytes`).toBe('unreadable')
  }
})

test('of another form it is unreadable', () => {
  for (const text of ['null', '[]', '{}', JSON.stringify({ ...marker, closedCleanly: 'yes' })]) {
    writeFileSync(markerPath(desk), text)
    expect(readMarker(desk), text).toBe('unreadable')
  }
})
