import { describe, expect, test } from 'vitest'
import { planOpen, type FolderFacts, type OpenPlan } from './plan-open.ts'

const ours = { postgres: '18', schema: 'new' }
const markers: FolderFacts['marker'][] = [
  undefined,
  'unreadable',
  ...['this', 'other'].flatMap((deskId) => ['new', 'old'].flatMap((schema) => [true, false].map((closedCleanly) => ({ deskId, schema, closedCleanly })))),
]
const every: FolderFacts[] = markers.flatMap((marker) =>
  (['missing', 'empty', 'filled'] as const).flatMap((folder) => [undefined, 'this'].flatMap((deskId) => [undefined, '17', '18'].map((postgres) => ({ marker, folder, deskId, postgres })))),
)
const plans: readonly (readonly [FolderFacts, OpenPlan])[] = every.map((facts) => [facts, planOpen(facts, ours)])
const those = (act: OpenPlan['act']): FolderFacts[] => plans.filter(([, plan]) => plan.act === act).map(([facts]) => facts)

describe('over every combination of facts (trust.md 3.2, F2b)', () => {
  test('there are some', () => expect(every).toHaveLength(180))

  test('a database is made only where nothing is and nothing was', () => {
    const made = those('create')
    expect(made.length).toBeGreaterThan(0)
    for (const { marker, folder } of made) {
      expect(marker).toBeUndefined()
      expect(folder).not.toBe('filled')
    }
  })

  test('one is opened only when the folder holds a desk of our format, and the one that belongs here', () => {
    const opened = those('open')
    expect(opened.length).toBeGreaterThan(0)
    for (const { marker, folder, deskId, postgres } of opened) {
      expect([folder, deskId, postgres]).toEqual(['filled', 'this', '18'])
      expect([undefined, 'this']).toContain(typeof marker === 'object' ? marker.deskId : undefined)
    }
  })

  test('before a bad end is replayed, or a schema of another version or of none known is touched, there is a copy', () => {
    for (const [{ marker }, plan] of plans) {
      if (plan.act !== 'open') continue
      const wellKnown = typeof marker === 'object' && marker.schema === 'new'
      expect(plan.backup).toBe(!wellKnown ? 'migration' : marker.closedCleanly ? null : 'unclean')
      expect(plan.adopt).toBe(typeof marker !== 'object')
    }
  })
})

describe('what is refused, and as what', () => {
  const desk = { deskId: 'this', schema: 'new', closedCleanly: true }
  test.each<[string, Partial<FolderFacts>, string]>([
    ['the folder is gone', { folder: 'missing', deskId: undefined, postgres: undefined }, 'missing'],
    ['the folder is gone, and the marker is torn', { folder: 'missing', deskId: undefined, postgres: undefined, marker: 'unreadable' }, 'missing'],
    ['the folder is empty', { folder: 'empty', deskId: undefined, postgres: undefined }, 'emptied'],
    ['the folder is empty, and the marker is torn', { folder: 'empty', deskId: undefined, postgres: undefined, marker: 'unreadable' }, 'emptied'],
    ['only backups are left', { deskId: undefined, postgres: undefined }, 'emptied'],
    ['PG_VERSION is gone', { postgres: undefined }, 'emptied'],
    ['PG_VERSION is gone, and so is the marker', { postgres: undefined, marker: undefined }, 'emptied'],
    ['other files, no marker', { deskId: undefined, postgres: undefined, marker: undefined }, 'foreign'],
    ['a cluster that is nobody’s desk', { deskId: undefined, marker: undefined }, 'foreign'],
    ['another desk', { deskId: 'another' }, 'other_desk'],
    ['another PostgreSQL', { postgres: '17' }, 'other_postgres'],
  ])('%s', (_name, facts, kind) => {
    expect(planOpen({ marker: desk, folder: 'filled', deskId: 'this', postgres: '18', ...facts }, ours)).toEqual({ act: 'refuse', kind })
  })
})
