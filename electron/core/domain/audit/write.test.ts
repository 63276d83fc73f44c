import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actionsOf, auditActions, auditAreaNames } from '../../../../shared/domain/audit-actions.ts'
import { auditEntities } from '../../../../shared/domain/audit-entities.ts'
import type { Database } from '../../db/database.ts'
import { audit, responsibilityLog } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { findAppRoot } from '../../kit/app-root.ts'
import { systemActor, writeAudit, writeAuditLines, type AuditEntry } from './write.ts'

describe('every act that the code writes has an area and words in both languages (domain.md 4.23)', () => {
  const root = findAppRoot()
  const sources = globSync('electron/core/**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$|\/testing\//.test(file))
  const writers = sources.map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') })).filter(({ source }) => source.includes('audit/write.ts'))
  const found = (pattern: RegExp) => writers.flatMap(({ file, source }) => [...source.matchAll(pattern)].map(([, code = '']) => ({ file, code })))

  test('the walk sees the writers', () => {
    expect(writers.length).toBeGreaterThan(15)
    const codes = new Set(found(/action: '([a-z_]+)'/g).map(({ code }) => code))
    for (const code of ['checkin_manual_create', 'badge_assign', 'import_execute', 'report_export', 'login']) expect(codes).toContain(code)
  })

  test('acts', () => {
    // The log of responsibilities has acts of its own, beside those of the trail.
    const others: readonly string[] = responsibilityLog.action.enumValues
    expect(found(/\baction: '([a-z_]+)'/g).filter(({ code }) => !Object.hasOwn(auditActions, code) && !others.includes(code))).toEqual([])
  })

  test('what they are about', () => {
    expect(found(/\bentityType: '([a-z_]+)'/g).filter(({ code }) => !Object.hasOwn(auditEntities, code))).toEqual([])
  })

  test('acts that are put together elsewhere do not compile without words: nobody may talk the compiler out of it', () => {
    expect(found(/(as (?:unknown as )?Audit(?:Action|Entity|Entry)\b)/g)).toEqual([])
  })

  test('each stands in one area, and no two in one language read the same', () => {
    const all = Object.keys(auditActions)
    expect(auditAreaNames.flatMap((area) => actionsOf(area)).toSorted()).toEqual(all.toSorted())
    for (const language of ['en', 'fr'] as const) expect(new Set(Object.values(auditActions).map((words) => words[language])).size, language).toBe(all.length)
    for (const area of auditAreaNames) expect(actionsOf(area).length, area).toBeGreaterThan(0)
  })
})

describe('a line of the trail (domain.md 4.23)', () => {
  let database: Database
  beforeEach(async () => {
    database = await createTestDatabase()
  })
  afterEach(() => database.close())
  const at = new Date('2026-11-24T18:00:00.000Z')
  const line = (details: AuditEntry['details']): AuditEntry => ({ at, actor: { kind: 'admin', id: 'a', name: 'PO1 L’Heureux-Bélanger, É', stationId: 'desk' }, action: 'member_update', entityType: 'member', entityId: 'm', ...(details !== undefined && { details }) })
  const stored = () => database.read((tx) => tx.select().from(audit).orderBy(asc(audit.seq)))

  test('⚠ no secret reaches the table, one by one or many at once; “shipping”, “pinned” and “typing” do', async () => {
    const details = { name: 'S1 Roy, A', before: { shipping: 'yes', pinHash: 'scrypt$old' }, after: { pinned: true, typing: 1, pinHash: 'scrypt$new', deep: [{ apiKey: 'k' }] } }
    await database.transaction(async (tx) => {
      await writeAudit(tx, line(details))
      await writeAuditLines(tx, [line(details), line(undefined)])
    })
    const rows = await stored()
    expect(rows.map((row) => row.details)).toEqual([rows[1]?.details, { name: 'S1 Roy, A', before: { shipping: 'yes', pinHash: '[redacted]' }, after: { pinned: true, typing: 1, pinHash: '[redacted]', deep: [{ apiKey: '[redacted]' }] } }, null])
  })

  test('is found by who, whom and why, without regard to accents', async () => {
    await database.transaction((tx) => writeAudit(tx, line({ name: 'S1 Côté, Zoë', reason: 'Badge oublié à la maison', serialTail: 'C217', after: { email: 'x@example.org' } })))
    expect(await stored()).toMatchObject([{ search: 'po1 lheureux belanger e s1 cote zoe c217 badge oublie a la maison' }])
  })

  test('can only be added to: update, delete and truncate are refused, whoever asks', async () => {
    await database.transaction((tx) => writeAudit(tx, { ...line(undefined), actor: systemActor }))
    const before = await stored()
    for (const statement of [sql`update audit set action = 'login'`, sql`update audit set search = ''`, sql`delete from audit`, sql`truncate audit`, sql`truncate audit cascade`])
      await expect(database.transaction((tx) => tx.execute(statement))).rejects.toMatchObject({ cause: expect.objectContaining({ message: expect.stringContaining('append-only') }) })
    expect(await stored()).toEqual(before)
  })
})
