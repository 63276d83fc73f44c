/** The day sheet, the hand-over sheet, and what was corrected by hand (domain.md 4.2, 4.12, 4.20; screens.md P1-1, W-18). */
import { parse } from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dutyLog as logCalls } from '../../../../../shared/contract/duty-log.ts'
import { history as historyCalls } from '../../../../../shared/contract/history.ts'
import { visitors as visitorCalls } from '../../../../../shared/contract/visitors.ts'
import { levels } from '../../../../../shared/domain/access.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../../app/testing/test-callers.ts'
import { newId } from '../../../kit/id.ts'
import { actorOf } from '../../audit/write.ts'
import { createDutyDesk } from '../../dds/testing/duty-desk.ts'
import { createDutyLogService } from '../../duty-log/service.ts'
import { createVisitorsService } from '../../visitors/service.ts'
import { documentText } from '../testing/document-text.ts'
import { reportDesk, specOf, type ReportDesk } from '../testing/report-desk.ts'

let desk: Awaited<ReturnType<typeof createDutyDesk>>
let reports: ReportDesk
// Tuesday 24 November 2026, 07:30 in Winnipeg; a training night, and a Duty Watch.
beforeAll(async () => {
  desk = await createDutyDesk()
  reports = reportDesk(desk)
  const outgoing = await desk.enlist('L’Heureux-Œuvray', { rankCode: 'PO2', qualifications: ['DDS'] })
  const incoming = await desk.enlist('Ångström', { rankCode: 'MS', qualifications: ['DDS'] })
  await desk.roster('2026-11-16', outgoing)
  await desk.roster('2026-11-23', incoming)
  await desk.roster('2026-11-30', outgoing)
  await desk.arrive(outgoing)
  const visitors = createVisitorsService({ ...desk, unitTime: () => defaultUnitTime })
  await visitors.signIn(parse(visitorCalls.signIn.input, { requestId: newId(), visitType: 'contractor', lastName: '=cmd', firstName: 'Émilie', organization: 'Elevators & Sons', purpose: 'information' }), signedInDesk('quartermaster'))

  const log = createDutyLogService({ ...desk, unitTime: () => defaultUnitTime })
  const dds = desk.as(outgoing)
  const write = (input: object) => log.add(parse(logCalls.add.input, input), dds)
  await log.tick(parse(logCalls.tick.input, { key: 'alarm-off', remark: 'code worked' }), dds)
  const { entryId } = await write({ kind: 'phone_call', text: 'Will be late', details: { caller: 'S1 Étienne', callback: '204-555-0101', category: 'absence', isDone: false } })
  desk.clock.advance(60_000)
  await log.correct(parse(logCalls.correct.input, { entryId, kind: 'phone_call', text: 'Will be away', details: { caller: 'S1 Étienne' }, reason: 'misheard' }), dds)
  const wrong = await write({ kind: 'temperature', text: 'Boiler room', details: { degrees: 21.5, place: 'Boiler room' } })
  await log.remove(parse(logCalls.remove.input, { entryId: wrong.entryId, reason: 'wrong room' }), dds)
  await write({ kind: 'incident', text: 'Glass broken at the rear door' })

  const admin = actorOf(desk.as(outgoing, levels.admin))
  const late = await desk.enlist('Étienne')
  const { movementIds } = await desk.history.record(parse(historyCalls.record.input, { memberId: late.id, entries: [{ direction: 'in', at: '2026-11-24T12:45:00.000Z' }], reason: 'badge left at home' }), admin)
  desk.clock.advance(60_000)
  await desk.history.correct(parse(historyCalls.correct.input, { movementId: movementIds[0], direction: 'in', at: '2026-11-24T12:40:00.000Z', reason: 'five minutes earlier' }), admin)
})
afterAll(() => desk.database.close())

const text = async (report: Parameters<ReportDesk['preview']>[0], language: 'en' | 'fr') => documentText((await reports.preview(report, language)).document)

test.each(['en', 'fr'] as const)('the day sheet (%s)', async (language) => {
  await expect(await text({ kind: 'duty_log', date: '2026-11-24' }, language)).toMatchFileSnapshot(`../golden/duty_log.${language}.txt`)
})

test.each(['en', 'fr'] as const)('the hand-over sheet (%s)', async (language) => {
  await expect(await text({ kind: 'handover' }, language)).toMatchFileSnapshot(`../golden/handover.${language}.txt`)
})

test.each(['en', 'fr'] as const)('corrections (%s)', async (language) => {
  await expect(await text({ kind: 'corrections', from: '2026-11-24', to: '2026-11-24' }, language)).toMatchFileSnapshot(`../golden/corrections.${language}.txt`)
})

test('read through the desk by a thread, each is the same', { timeout: 120_000 }, async () => {
  for (const report of [{ kind: 'duty_log', date: '2026-11-24' }, { kind: 'handover' }, { kind: 'corrections', from: '2026-11-24', to: '2026-11-24' }, { kind: 'presence' }, { kind: 'badges' }, { kind: 'daily_checkin' }, { kind: 'training_nights', period: { kind: 'current_year' } }])
    expect((await reports.service.preview({ report: specOf(report), language: 'fr' }, signedInDesk('admin'))).document, report.kind).toEqual((await reports.preview(report, 'fr')).document)
})

test('a day that has not come is refused, and so is a period from its end to its beginning', async () => {
  await expect(reports.preview({ kind: 'duty_log', date: '2026-11-25' })).rejects.toMatchObject({ code: 'date_in_future' })
  await expect(reports.preview({ kind: 'corrections', from: '2026-11-25', to: '2026-11-24' })).rejects.toMatchObject({ code: 'period_invalid' })
})
