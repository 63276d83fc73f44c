/** The arrows of design.md 4 point down, and nothing goes round in a circle. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, localImports, violations } from './support/imports.ts'

const root = join(import.meta.dirname, '..')
const files = globSync(['electron/**/*.ts', 'shared/**/*.ts', 'renderer/src/**/*.{ts,tsx}', 'resources/seed/**/*.ts'], { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('the layers', () => {
  test('the test sees the project: every entry, and imports in it', () => {
    expect(files.length).toBeGreaterThan(80)
    for (const file of ['electron/main.ts', 'electron/preload.ts', 'electron/headless.ts', 'electron/core/app/core.ts', 'electron/core/db/open.ts', 'shared/contract/index.ts', 'renderer/src/main.tsx']) {
      expect(files).toContain(file)
      expect(importsOf(read(file)), file).not.toHaveLength(0)
    }
  })

  test('no file imports what its room may not', () => {
    expect(files.flatMap((file) => violations(file, read(file)))).toEqual([])
  })

  test('no import goes round in a circle', () => {
    const graph = new Map(files.map((file) => [file, localImports(file, withoutTypes(read(file))).filter((target) => files.includes(target))]))
    expect([...graph.keys()].flatMap((file) => circleFrom(graph, file))).toEqual([])
  })
})

describe('a forbidden import is noticed', () => {
  test.each([
    ['shared/domain/planted.ts', "import { join } from 'node:path'", /may import the packages/],
    ['electron/core/domain/presence/planted.ts', "import { app } from 'electron'", /only electron\/shell/],
    ['electron/core/domain/presence/planted.ts', "import type { PGlite } from '@electric-sql/pglite'", /only electron\/core\/db may/],
    ['electron/core/readers/planted.ts', "const port = await import('serialport')", /only electron\/core\/readers\/drivers may/],
    ['electron/core/kit/planted.ts', "import { openDatabase } from '../db/open.ts'", /electron\/core\/kit may import/],
    ['electron/core/domain/audit/planted.ts', "export * from '../presence/service.ts'", /only the features below/],
    ['electron/core/domain/presence/planted.ts', "import { createCore } from '../../app/core.ts'", /electron\/core\/domain may import/],
    ['electron/core/domain/novelty/planted.ts', "import { writeAudit } from '../audit/write.ts'", /no floor/],
    ['renderer/src/planted.tsx', "import { createCore } from '../../electron/core/app/core.ts'", /renderer may import/],
    ['renderer/src/planted.tsx', "import fs from 'node:fs'", /may import the packages/],
    ['elsewhere/planted.ts', "import { x } from './y.ts'", /no room/],
  ])('%s: %s', (file, source, sentence) => {
    expect(violations(file, source).join('\n')).toMatch(sentence)
  })

  test('a circle is noticed', () => {
    const graph = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
    ])
    expect(circleFrom(graph, 'a.ts')).toEqual(['a.ts → b.ts → c.ts → a.ts'])
  })
})

/** A circle of types alone is harmless: nothing of it is left when the program runs. */
const withoutTypes = (source: string): string => source.replaceAll(/^(?:import|export) type\s[^;]*?from\s*['"][^'"]+['"]/gm, '')

function circleFrom(graph: ReadonlyMap<string, readonly string[]>, start: string): string[] {
  const seen = new Set<string>()
  const walk = (file: string, path: readonly string[]): string[] => {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [[...path, next].join(' → ')]
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk(next, [...path, next])
      if (found.length > 0) return found
    }
    return []
  }
  return walk(start, [start])
}
