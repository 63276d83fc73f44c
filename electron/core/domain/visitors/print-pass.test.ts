import { and, eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitors as contract } from '../../../../shared/contract/visitors.ts'
import { passSizes, type PassSizeName } from '../../../../shared/domain/pass-sizes.ts'
import { defaultReportSettings } from '../../../../shared/domain/report-settings.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import { accessEvent, audit, badge, visit } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { pdfFonts, pdfInfo, pdfText } from '../documents/testing/read-pdf.ts'
import { openHistoryDesk, type HistoryDesk } from '../history/testing/history-desk.ts'
import { putDocument } from '../settings/document.ts'
import { reportDocuments } from '../settings/report-settings.ts'
import { writeUnitProfile } from '../settings/unit-profile.ts'
import { createVisitorsService, type VisitorsService } from './service.ts'

let { database, clock, hub, enlist } = {} as HistoryDesk
let visitors: VisitorsService
const desk = signedInDesk('quartermaster')

beforeEach(async () => {
  ;({ database, clock, hub, enlist } = await openHistoryDesk())
  visitors = createVisitorsService({ database, clock, hub, unitTime: () => defaultUnitTime })
  await database.transaction((tx) => writeUnitProfile(tx, { name: 'HMCS Chippawa', ...defaultUnitTime }, clock.now()))
})
afterEach(() => database.close())

const signIn = (given: object = {}) => visitors.signIn(parse(contract.signIn.input, { requestId: newId(), visitType: 'guest', firstName: 'Émilie', lastName: 'Bélanger-Ouellet', purpose: 'information', ...given }), desk)
async function print(visitId: string, given: object = {}) {
  const { content, ...rest } = await visitors.pass(parse(contract.pass.input, { visitId, ...given }), desk)
  const bytes = Buffer.from(content, 'base64')
  return { ...rest, bytes, text: pdfText(bytes) }
}
const chooseSize = (passSize: PassSizeName) => database.transaction((tx) => putDocument(tx, { ...reportDocuments.formatting, value: { ...defaultReportSettings.formatting, passSize }, at: clock.now() }))
const prints = (visitId: string) => database.read((tx) => tx.select({ actorName: audit.actorName, details: audit.details }).from(audit).where(and(eq(audit.entityId, visitId), eq(audit.action, 'visitor_pass_print'))).orderBy(audit.seq))

describe('a visitor’s pass (domain.md 4.8; screens.md P0-3)', () => {
  test('says in both languages who it is, for whom, for which day, and that an escort is required', async () => {
    const host = await enlist('Étienne')
    const lent = { id: newId(), serial: 'CAFE0001' }
    const eventId = newId()
    const at = clock.now()
    await database.transaction(async (tx) => {
      await tx.insert(badge).values({ ...lent, kind: 'visitor', label: 'V-01', status: 'active', createdAt: at, updatedAt: at })
      await tx.insert(accessEvent).values({ id: eventId, name: 'Course martiale', code: 'CM1', startDate: '2026-11-01', endDate: '2026-12-01', status: 'active', createdBy: 'PO1 Test, T', createdAt: at, updatedAt: at })
    })
    const { id } = await signIn({ organization: 'Élévateurs du Nord', rank: 'Maj', hostMemberId: host.id, badgeId: lent.id, eventId })
    const { text, bytes, fileName, mediaType, copy } = await print(id)
    expect({ fileName, mediaType, copy }).toEqual({ fileName: `sentinel-pass-2026-11-24-${id.slice(-8)}.pdf`, mediaType: 'application/pdf', copy: 1 })
    for (const words of ['HMCS Chippawa', 'VISITOR · VISITEUR', 'Maj Émilie', 'Bélanger- Ouellet', 'Élévateurs du Nord', 'Host · Hôte', 'S1 Étienne, T', 'Event · Activité', 'Course martiale', 'Pass · Laissez-passer', 'V-01', '2026-11-24', 'Valid until · Valable jusqu’au', '2026-11-25 03:00', 'Escort required', 'Escorte obligatoire']) expect(text).toContain(words)
    expect(text).not.toMatch(/COPY|COPIE|Purpose/)
    expect(pdfInfo(bytes)).toMatchObject({ pages: 1, title: 'VISITOR · VISITEUR: Maj Émilie Bélanger-Ouellet', created: '2026-11-24T18:00:00Z' })
    expect(pdfFonts(bytes).every(({ isEmbedded }) => isEmbedded)).toBe(true)
  })

  test('says what the visit is about where nobody is visited; French comes first where it is read first', async () => {
    expect((await print((await signIn()).id)).text).toContain('Purpose · Motif Information · Renseignements')
    const { text } = await print((await signIn({ details: 'Inspection des extincteurs' })).id, { language: 'fr' })
    for (const words of ['VISITEUR · VISITOR', 'Motif · Purpose', 'Inspection des extincteurs']) expect(text).toContain(words)
  })

  test('after midnight it still ends with the operational day that is on', async () => {
    clock.set(new Date('2026-11-25T07:30:00.000Z'))
    const { text } = await print((await signIn()).id)
    expect(text).toContain('2026-11-24')
    expect(text).toContain('2026-11-25 03:00')
  })

  test.each([
    ['62x100', [62, 100]],
    ['cr80', [85.6, 54]],
    ['a6', [105, 148]],
    ['letter', [215.9, 279.4]],
  ] as const)('is printed on %s where the settings say so', async (size, millimetres) => {
    await chooseSize(size)
    const { bytes } = await print((await signIn()).id)
    const { size: points } = pdfInfo(bytes)
    millimetres.forEach((length, side) => expect(points[side]).toBeCloseTo((length * 72) / 25.4, 1))
  })

  test.each(passSizes)('a name of a hundred letters stands whole on one page: %s', async (size) => {
    await chooseSize(size)
    const lastName = 'Wolfeschlegelstein'.repeat(6).slice(0, 100)
    const { id } = await signIn({ lastName, firstName: 'Marie-Ève '.repeat(10).trim(), organization: 'Ministère des Transports et de l’Infrastructure '.repeat(4).trim(), details: 'é'.repeat(500) })
    const { bytes, text } = await print(id)
    expect(pdfInfo(bytes).pages).toBe(1)
    expect(text.replaceAll(' ', '')).toContain(lastName)
    expect(text.match(/Marie-/g)).toHaveLength(10)
  })
})

describe('a pass is not printed twice by oversight (screens.md 5.5)', () => {
  test('the second print is asked for in so many words, and says on the paper which it is; each stands in the trail', async () => {
    const { id } = await signIn()
    await print(id)
    await expect(print(id)).rejects.toMatchObject({ code: 'pass_printed', details: { name: 'Bélanger-Ouellet, Émilie', copy: 2 } })
    const second = await print(id, { again: true })
    expect(second).toMatchObject({ copy: 2, fileName: expect.stringMatching(/-2\.pdf$/) })
    expect(second.text).toContain('COPY 2 · COPIE 2')
    expect(await print(id, { again: true })).toMatchObject({ copy: 3 })
    expect(await prints(id)).toEqual([1, 2, 3].map((copy) => ({ actorName: 'PO1 Test, T', details: { name: 'Bélanger-Ouellet, Émilie', copy } })))
  })

  test('of two that print at once one has the first, and the other is asked', async () => {
    const { id } = await signIn()
    const done = await Promise.allSettled([print(id), print(id)])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await prints(id)).toHaveLength(1)
  })

  test('whoever has left gets none, and neither does somebody who never came', async () => {
    const { id } = await signIn()
    await visitors.signOut(parse(contract.signOut.input, { visitId: id }), desk)
    await expect(print(id)).rejects.toMatchObject({ code: 'visit_ended' })
    await expect(print(newId())).rejects.toMatchObject({ code: 'visit_unknown' })
    expect(await prints(id)).toEqual([])
  })

  test('the same visit at the same moment gives the same paper to the byte', async () => {
    const { id } = await signIn()
    const first = await print(id)
    // As if it had never been printed: the trail itself cannot forget.
    const again = { ...(await database.read((tx) => tx.select().from(visit).where(eq(visit.id, id))))[0] } as typeof visit.$inferInsert
    await database.transaction((tx) => tx.insert(visit).values({ ...again, id: newId(), requestId: newId(), seq: undefined }))
    const [twin] = (await visitors.inside()).visits.filter((each) => each.id !== id)
    expect((await print(twin?.id ?? '')).bytes.equals(first.bytes)).toBe(true)
  })
})
