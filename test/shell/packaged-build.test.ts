/** What an installed Sentinel is made of (domain.md 4.24 ▶: the simulation is compiled out of production builds). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { expect, test } from 'vitest'
import { build, type Rolldown } from 'vite'

const root = join(import.meta.dirname, '..', '..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

/** The sources that the main bundle is made of, and its text; nothing is written. */
async function mainBundle(mode: string): Promise<{ sources: string[]; text: string }> {
  const { config } = await resolveConfig({ root, mode, logLevel: 'silent' }, 'build', 'production')
  const main = config?.main
  const built = (await build({ ...main, root, mode, configFile: false, logLevel: 'silent', build: { ...main?.build, write: false } })) as Rolldown.RolldownOutput
  const chunks = built.output.filter((part) => part.type === 'chunk')
  return { sources: chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => id.replaceAll('\\', '/'))), text: chunks.map(({ code }) => code).join('\n') }
}

// Words of the simulation that stand nowhere else: its acts have theirs in the trail's table, which every build has.
const mark = 'select count(*)::int from movement where at >= d.start and at < d."end"'
const simulation = (sources: readonly string[]): string[] => sources.filter((source) => source.includes('/domain/simulation/'))

test('a checkout has the simulation: the next tests would notice it', async () => {
  const { sources, text } = await mainBundle('checkout')
  expect(simulation(sources)).not.toHaveLength(0)
  expect(text).toContain(mark)
})

test.each(['packaged', 'production'])('a build in mode %s has not a line of it', async (mode) => {
  const { sources, text } = await mainBundle(mode)
  expect(sources.some((source) => source.endsWith('/electron/core/app/core.ts'))).toBe(true)
  expect(simulation(sources)).toEqual([])
  expect(text).not.toContain(mark)
})

test('what is packaged is built for that, in the same command', () => {
  expect(scripts['package']).toBe('electron-vite build --mode packaged && electron-builder')
})
