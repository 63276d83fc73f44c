/** A desk with a trail of invented lines, and the same filters worked out in plain code. */
import { parse } from 'valibot'
import { audit as contract } from '../../../../../shared/contract/audit.ts'
import type { InputOf } from '../../../../../shared/contract/kit.ts'
import { areaOf } from '../../../../../shared/domain/audit-actions.ts'
import { foldText, searchTerms } from '../../../../../shared/domain/fold-text.ts'
import { defaultUnitTime, operationalDate } from '../../../../../shared/domain/operational-day.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import type { Filters } from '../plan.ts'
import { createAuditLog } from '../service.ts'
import { writeAuditLines, type Actor, type AuditEntry } from '../write.ts'

export const boss: Actor = { kind: 'admin', id: '11111111-1111-4111-8111-111111111111', name: 'PO1 L’Heureux-Bélanger, É', stationId: 'desk' }
export const door: Actor = { kind: 'device', id: 'reader', name: 'Front door', stationId: 'front-door' }
export const memberId = '22222222-2222-4222-8222-222222222222'

export type ListInput = Partial<InputOf<typeof contract.list>>
export const listInput = (input: object = {}): InputOf<typeof contract.list> => parse(contract.list.input, input)

export type TrailDesk = Awaited<ReturnType<typeof openTrailDesk>>

/** @param sliceSize small, so that a short trail is read in many slices */
export async function openTrailDesk(sliceSize = 7) {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-24T18:00:00.000Z')
  const log = createAuditLog({ database, clock, unitTime: () => defaultUnitTime, sliceSize })
  /** Every page, one after the other. */
  async function everyPage(input: object = {}): Promise<Awaited<ReturnType<typeof log.list>>['lines']> {
    const lines: Awaited<ReturnType<typeof log.list>>['lines'] = []
    for (let cursor: object | null = null; ; ) {
      const page: Awaited<ReturnType<typeof log.list>> = await log.list(listInput({ ...input, cursor }))
      lines.push(...page.lines)
      cursor = page.next
      if (cursor === null) return lines
    }
  }
  return { database, clock, log, everyPage, write: (lines: readonly AuditEntry[]) => database.transaction((tx) => writeAuditLines(tx, lines)) }
}

/** What the filters mean, said without a database. */
export function lets(filters: Filters, { at, actor, action, entityType, entityId, details = {} }: AuditEntry): boolean {
  const date = operationalDate(at, defaultUnitTime)
  const about = [details.name, details['label'], details['serialTail'], details.reason].filter((text) => typeof text === 'string')
  const found = foldText([actor.name, ...about].join(' '))
  const concerns = (id: string): boolean => ((entityType === 'member' || entityType === 'account') && entityId === id) || (details.memberId === id && action !== 'checkin_scan')
  return (
    (filters.actorId === null || actor.id === filters.actorId) &&
    searchTerms(filters.actor).every((word) => foldText(actor.name).includes(word)) &&
    (filters.areas.length === 0 || filters.areas.includes(areaOf(action))) &&
    (filters.actions.length === 0 || filters.actions.includes(action)) &&
    (filters.entityType === 'member' && filters.entityId !== null
      ? concerns(filters.entityId)
      : (filters.entityType === null || entityType === filters.entityType) && (filters.entityId === null || entityId === filters.entityId)) &&
    (filters.from === null || date >= filters.from) &&
    (filters.to === null || date <= filters.to) &&
    searchTerms(filters.search).every((word) => found.includes(word))
  )
}
