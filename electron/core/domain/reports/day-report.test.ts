import { parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { visitors as contract } from '../../../../shared/contract/visitors.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import type { Database } from '../../db/database.ts'
import { audit, division, member, memberPresence, movement, rank, refusedScan, station } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import { systemActor } from '../audit/write.ts'
import { writeUnitProfile } from '../settings/unit-profile.ts'
import { toCsv } from '../tables/table-file.ts'
import { createVisitorsService } from '../visitors/service.ts'
import { dayTable } from './day-csv.ts'
import { dayReport } from './day-report.ts'

let database: Database
let clock: FakeClock

beforeEach(async () => {
  database = await createTestDatabase()
  // 19:00 on Monday 23 November in Winnipeg.
  clock = createFakeClock('2026-11-24T01:00:00.000Z')
  await database.transaction((tx) => tx.insert(station).values({ id: 'front-door', name: 'Front door', createdAt: clock.now() }))
})
afterEach(() => database.close())

async function enlist(rankCode: string, lastName: string, firstName: string, divisionCode: string | null, serviceNumber: string): Promise<string> {
  const id = newId()
  const at = clock.now()
  await database.transaction(async (tx) => {
    const [rankRow] = await tx.select().from(rank).where(eq(rank.code, rankCode))
    const [divisionRow] = divisionCode === null ? [] : await tx.select().from(division).where(eq(division.code, divisionCode))
    const columns = { lastName, firstName, displayName: `${rankCode} ${lastName}`, searchName: `${lastName} ${firstName}`.toLowerCase(), memberType: 'class_a', status: 'active', source: 'nominal_roll' } as const
    await tx.insert(member).values({ ...columns, id, serviceNumber, rankId: rankRow?.id ?? '', divisionId: divisionRow?.id ?? null, createdAt: at, updatedAt: at })
  })
  return id
}

/** A movement as a scan writes it, with the person's state. */
async function move(memberId: string, direction: 'in' | 'out', time: string, flagReason: string | null = null): Promise<void> {
  const at = new Date(time)
  const id = newId()
  await database.transaction(async (tx) => {
    const where = { memberId, direction, at, recordedAt: at, stationId: 'front-door' }
    await tx.insert(movement).values({ id, ...where, reader: flagReason === null ? 'Brow, left' : null, method: flagReason === null ? 'badge' : 'manual', flagged: flagReason !== null, flagReason })
    const state = { ...where, movementId: id }
    await tx.insert(memberPresence).values(state).onConflictDoUpdate({ target: memberPresence.memberId, set: state })
  })
}

const day = (date?: string, language: 'en' | 'fr' = 'en') => dayReport({ database, clock, log: silentLog }, { date, language }, systemActor)
const table = (content: string): string[][] => parse(content, { bom: true })
const brief = (content: string): string[] => table(content).slice(1).map(([list = '', , , last = '', , , direction = '']) => `${list} ${last} ${direction}`)
const refusalOf = async (act: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

async function twoPeople(): Promise<{ roy: string; singh: string }> {
  const roy = await enlist('S1', 'Roy', '=Anne', 'OPS', 'V10000001')
  const singh = await enlist('PO2', 'Singh', 'Harjit', null, 'V10000002')
  // Sunday evening past midnight still belongs to Sunday; at 03:00 Monday begins.
  await move(roy, 'in', '2026-11-23T08:59:59.000Z')
  await move(roy, 'out', '2026-11-23T09:00:00.000Z')
  await move(roy, 'in', '2026-11-23T14:00:00.000Z')
  await move(singh, 'in', '2026-11-24T00:30:05.900Z', 'clock_set_back')
  return { roy, singh }
}

describe('the day as CSV (domain.md 4.20 ▶)', () => {
  test('is exactly this file', async () => {
    await twoPeople()
    const report = await day()
    expect(report).toMatchObject({ fileName: 'sentinel-day-2026-11-23.csv', mediaType: 'text/csv; charset=utf-8', operationalDate: '2026-11-23', movements: 3, inside: 2 })
    expect(report.content).toBe(
      [
        '\uFEFFList,Service number,Rank,Last name,First name,Division,Direction,Local time,Station,Reader,Method,Flag',
        "Movement,V10000001,S1,Roy,'=Anne,OPS,Out,2026-11-23 03:00:00,Front door,\"Brow, left\",Badge,",
        "Movement,V10000001,S1,Roy,'=Anne,OPS,In,2026-11-23 08:00:00,Front door,\"Brow, left\",Badge,",
        'Movement,V10000002,PO2,Singh,Harjit,,In,2026-11-23 18:30:05,Front door,,Manual,The clock was set back',
        'Inside,V10000002,PO2,Singh,Harjit,,In,2026-11-23 18:30:05,Front door,,Manual,The clock was set back',
        "Inside,V10000001,S1,Roy,'=Anne,OPS,In,2026-11-23 08:00:00,Front door,\"Brow, left\",Badge,",
        '',
      ].join('\r\n'),
    )
    expect((await day()).content).toBe(report.content)
  })

  test('in French the words are French', async () => {
    await twoPeople()
    const { content } = await day(undefined, 'fr')
    expect(content).toMatch(/^\uFEFFListe,Numéro matricule,Grade,Nom,Prénom,Division,Sens,Heure locale,Poste,Lecteur,Mode,À revoir\r\nMouvement,/)
    expect(table(content).at(-2)).toEqual(['À l’intérieur', 'V10000002', 'PO2', 'Singh', 'Harjit', '', 'Entrée', '2026-11-23 18:30:05', 'Front door', '', 'Manuel', 'L’horloge a été reculée'])
  })

  test('a day that is over tells who was inside at its end, not who is now (domain.md 4.3)', async () => {
    const { roy, singh } = await twoPeople()
    await move(singh, 'out', '2026-11-24T08:59:59.999Z')
    await move(roy, 'out', '2026-11-24T09:00:00.000Z')
    clock.set(new Date('2026-11-25T18:00:00.000Z'))
    const monday = await day('2026-11-23')
    expect(brief(monday.content)).toEqual(['Movement Roy Out', 'Movement Roy In', 'Movement Singh In', 'Movement Singh Out', 'Inside Roy In'])
    expect(brief((await day('2026-11-22')).content)).toEqual(['Movement Roy In', 'Inside Roy In'])
    expect(brief((await day('2026-11-21')).content)).toEqual([])
    expect(await day('2026-11-24')).toMatchObject({ movements: 1, inside: 0 })
    expect(await day()).toMatchObject({ operationalDate: '2026-11-25', movements: 0, inside: 0 })
  })

  test('visitors stand in it apart: coming, going and who was inside at its end', async () => {
    const visitors = createVisitorsService({ database, clock, hub: createHub<SentinelEvents>(silentLog), unitTime: () => defaultUnitTime })
    const signIn = (lastName: string, organization: string) => visitors.signIn(v.parse(contract.signIn.input, { requestId: newId(), visitType: 'contractor', lastName, organization, purpose: 'information', stationId: 'front-door' }), signedInDesk('quartermaster'))
    const { id } = await signIn('=Roy', 'Northern Elevators')
    await signIn('Able', 'Acme')
    clock.set(new Date('2026-11-24T02:00:00.000Z'))
    await visitors.signOut(v.parse(contract.signOut.input, { visitId: id }), signedInDesk('quartermaster'))
    const report = await day()
    expect(report).toMatchObject({ movements: 3, inside: 1 })
    expect(table(report.content).slice(1)).toEqual([
      ['Visitor', '', '', "'=Roy", '', 'Northern Elevators', 'In', '2026-11-23 19:00:00', 'Front door', '', 'Desk', ''],
      ['Visitor', '', '', 'Able', '', 'Acme', 'In', '2026-11-23 19:00:00', 'Front door', '', 'Desk', ''],
      ['Visitor', '', '', "'=Roy", '', 'Northern Elevators', 'Out', '2026-11-23 20:00:00', 'Desk', '', 'Desk', ''],
      ['Visitor inside', '', '', 'Able', '', 'Acme', 'In', '2026-11-23 19:00:00', 'Front door', '', 'Desk', ''],
    ])
    clock.set(new Date('2026-11-25T18:00:00.000Z'))
    expect(brief((await day('2026-11-23')).content).at(-1)).toBe('Visitor inside Able In')
    expect(brief((await day('2026-11-24')).content)).toEqual(['Visitor inside Able In'])
  })

  test('two movements at one instant count in the order of recording', async () => {
    const roy = await enlist('S1', 'Roy', 'Anne', 'OPS', 'V10000001')
    await move(roy, 'in', '2026-11-22T18:00:00Z')
    await move(roy, 'out', '2026-11-22T18:00:00Z')
    expect(brief((await day('2026-11-22')).content)).toEqual(['Movement Roy In', 'Movement Roy Out'])
  })

  test('refused scans are no movements', async () => {
    await database.transaction((tx) => tx.insert(refusedScan).values({ id: newId(), at: clock.now(), outcome: 'unknown_badge', serial: 'em4100:0000AAAA', stationId: 'front-door' }))
    const report = await day()
    expect(report).toMatchObject({ movements: 0, inside: 0 })
    expect(table(report.content)).toHaveLength(1)
  })

  test('the day turns with the unit’s clock, not at midnight, and follows its zone', async () => {
    clock.set(new Date('2026-11-24T08:59:00Z'))
    expect((await day()).operationalDate).toBe('2026-11-23')
    await database.transaction((tx) => writeUnitProfile(tx, { name: 'HMCS Example', zone: 'America/Halifax', rollover: '03:00' }, clock.now()))
    expect((await day()).operationalDate).toBe('2026-11-24')
  })

  test('a day that has not begun is refused, and one that the calendar does not have', async () => {
    expect(await refusalOf(day('2026-11-24'))).toEqual(['date_in_future', { date: '2026-11-24' }])
    for (const date of ['2026-02-30', '0000-01-01', '9999-12-31']) expect(await refusalOf(day(date))).toEqual(['invalid_input', { field: 'date', problem: 'there is no such day' }])
    expect(await database.read((tx) => tx.select().from(audit))).toEqual([])
  })

  test('every export is audited with its counts (domain.md 4.23)', async () => {
    await twoPeople()
    await day()
    await day('2026-11-22', 'fr')
    expect(await database.read((tx) => tx.select().from(audit).orderBy(asc(audit.seq)))).toMatchObject([
      { action: 'report_export', entityId: 'day/2026-11-23', details: { language: 'en', movements: 3, inside: 2 } },
      { action: 'report_export', entityId: 'day/2026-11-22', details: { language: 'fr', movements: 1, inside: 1 } },
    ])
  })
})

describe('for all names', () => {
  const text = fc.array(fc.oneof(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'é', '＝'), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 5 }).map((parts) => parts.join(''))
  const row = fc.record({
    serviceNumber: text,
    rank: text,
    lastName: text,
    firstName: text,
    division: fc.option(text),
    direction: fc.constantFrom('in' as const, 'out' as const),
    at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    station: text,
    reader: fc.option(text),
    method: fc.constantFrom('badge' as const, 'manual' as const),
    flagReason: fc.option(text),
  })

  test('the file is rectangular, reads back as it was written, and no cell of it is a formula', () => {
    const unit = { zone: 'America/Winnipeg', rollover: '03:00' }
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.array(row, { maxLength: 4 }), fc.constantFrom('en' as const, 'fr' as const), (movements, inside, language) => {
        const written = dayTable({ movements, inside, visitorMoves: [], visitorsInside: [], attendeeMoves: [], attendeesInside: [] }, unit, language)
        const cells = table(toCsv(written))
        expect(cells).toHaveLength(written.length)
        for (const [index, line] of cells.entries()) {
          expect(line).toHaveLength(12)
          for (const [column, cell] of line.entries()) {
            const raw = written[index]?.[column] ?? ''
            expect(cell === raw || cell === `'${raw}`).toBe(true)
            expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/)
          }
        }
      }),
    )
  })
})
