import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWindowMemory } from './window-memory.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sentinel-memory-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what one start wrote, the next one reads; the parts do not wipe each other', () => {
  const path = join(folder, 'new', 'windows.json')
  const desk = { bounds: { x: 1, y: 2, width: 1100, height: 800 }, maximized: false }
  const memory = createWindowMemory(path)
  memory.write({ desk })
  memory.write({ kiosk: { displayId: 77 } })
  expect(createWindowMemory(path).read()).toEqual({ desk, kiosk: { displayId: 77 } })
  expect(readdirSync(join(folder, 'new'))).toEqual(['windows.json'])
})

test.each(['', '{"desk":', '{"desk":{"bounds":{"x":"left"}}}', 'null', '[]'])('%j counts as nothing', (content) => {
  const path = join(folder, 'windows.json')
  writeFileSync(path, content)
  expect(createWindowMemory(path).read()).toEqual({})
})

test('a folder that cannot be written is done without', () => {
  writeFileSync(join(folder, 'file'), '')
  const memory = createWindowMemory(join(folder, 'file', 'windows.json'))
  memory.write({ kiosk: { displayId: 1 } })
  expect(memory.read()).toEqual({ kiosk: { displayId: 1 } })
})
