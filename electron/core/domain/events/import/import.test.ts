import fc from 'fast-check'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { events as contract } from '../../../../../shared/contract/events.ts'
import { toCsv, toTableFile } from '../../tables/table-file.ts'
import { admin, openEventsDesk, type EventsDesk } from '../testing/events-desk.ts'

let desk: EventsDesk
let eventId: string
beforeEach(async () => {
  desk = await openEventsDesk()
  eventId = (await desk.open()).id
})
afterEach(() => desk.database.close())

const fileOf = (text: string | Uint8Array, fileName = 'list.csv') => ({ fileName, content: Buffer.from(text).toString('base64') })
const heading = 'NAME,RANK,ORGANIZATION,ROLE,ACCESS START,ACCESS END'
const csv = (...rows: string[]) => fileOf([heading, ...rows].join('\r\n'))
type Choices = Record<string, unknown>
const preview = (file: object, choices: Choices = {}) => desk.service.importPreview(parse(contract.importPreview.input, { eventId, file, ...choices }))
const run = async (file: object, choices: Choices = {}, hash?: string) => desk.service.importRun(parse(contract.importRun.input, { eventId, file, ...choices, previewHash: hash ?? (await preview(file, choices)).hash }), admin)
const names = async () => (await desk.attendees(eventId, { limit: 200 })).attendees.map(({ name }) => name)

describe('a list of attendees is read (domain.md 4.9 Import)', () => {
  test.each([
    ['as upstream names them', 'FULL NAME;GRADE;AGENCY;ATTENDEE TYPE;VALID FROM;UNTIL', ['name', 'rank', 'organization', 'role', 'accessStart', 'accessEnd']],
    ['in French', 'Nom complet;Grade;Organisme;Rôle;Début d’accès;Fin d’accès', ['name', 'rank', 'organization', 'role', 'accessStart', 'accessEnd']],
    ['in lower case, with others between', 'participant;e-mail;org;category', ['name', null, 'organization', 'role']],
  ])('headings %s', async (_, line, fields) => {
    expect((await desk.service.importRead({ file: fileOf(`${line}\nRoy;x;RCMP;Staff;;`), sheet: null })).columns.map(({ suggested }) => suggested)).toEqual(fields)
  })

  test('a heading that only looks like one is to be confirmed, and what is missing is named', async () => {
    expect(await desk.service.importRead({ file: fileOf('NAME,SENDING ORGANIZATION\nRoy,RCMP'), sheet: null })).toMatchObject({ columns: [{ suggested: 'name', certain: true }, { suggested: 'organization', certain: false, samples: ['RCMP'] }], missing: ['organization', 'role'] })
    await expect(preview(fileOf('NAME,SENDING ORGANIZATION\nRoy,RCMP'))).rejects.toMatchObject({ code: 'attendee_columns_missing', details: { columns: 'ORGANIZATION, ROLE' } })
    expect(await preview(fileOf('WHO,FROM WHERE,WHAT\nRoy,RCMP,Staff'), { columns: ['name', 'organization', 'role'] })).toMatchObject({ counts: { add: 1 } })
  })

  test('a workbook is read from the sheet that looks like a list, or the one that was chosen', async () => {
    const { content } = await toTableFile('list', [heading.split(','), ['Roy, Pat', '', 'RCMP', 'Staff', '2026-11-24', '']], 'xlsx')
    expect(await preview({ fileName: 'list.xlsx', content })).toMatchObject({ people: [{ name: 'Roy, Pat', accessStart: '2026-11-24', as: 'add' }] })
    await expect(preview({ fileName: 'list.xlsx', content }, { sheet: 'Nowhere' })).rejects.toMatchObject({ code: 'roll_sheet_unknown' })
  })

  test.each([
    ['nothing', fileOf(''), 'roll_unreadable'],
    ['a heading alone', fileOf(heading), 'roll_empty'],
    ['a picture', fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'list.csv'), 'roll_unreadable'],
    ['a cut-off quotation', fileOf(`${heading}\n"Roy,,RCMP,Staff,,`), 'roll_unreadable'],
  ])('%s is refused in words', async (_, file, code) => {
    await expect(preview(file)).rejects.toMatchObject({ code })
  })
})

describe('what an import would do', () => {
  test('says of each row what is wrong with it and how to put it right, and imports nothing while one is', async () => {
    const file = csv(',,RCMP,Staff,,', 'Roy,,,Staff,,', 'Able,,RCMP,Staff,soon,', 'Zoe,,RCMP,Staff,2026-12-10,', 'Wide,,RCMP,Staff,,,more', 'Able,,RCMP,Staff,,')
    const { counts, errors } = await preview(file)
    expect(counts).toMatchObject({ rows: 6, errorRows: 6, add: 0 })
    expect(errors.map(({ row, field, code }) => [row, field, code])).toEqual([[2, 'name', 'cell_missing'], [3, 'organization', 'cell_missing'], [4, 'accessStart', 'date_form'], [5, 'accessEnd', 'window_reversed'], [6, null, 'row_too_wide'], [7, 'name', 'name_twice']])
    expect(errors[0]).toMatchObject({ message: 'The column NAME is empty.', howToFix: 'Fill it in, or leave the row out.' })
    await expect(run(file)).rejects.toMatchObject({ code: 'roll_has_errors', details: { count: 6 } })
    expect(await names()).toEqual([])
    expect(await run(file, { excludeRows: [2, 3, 4, 5, 6] })).toMatchObject({ added: 1, excluded: 5 })
    expect(await names()).toEqual(['Able'])
  })

  test('somebody whose name is on the list already, in whatever order it is written, is left, changed or added, as the person says', async () => {
    await desk.add(eventId, { role: 'Participant' })
    const file = csv('Emilie BELANGER,Maj,RCMP,Staff,,2026-11-30', 'Roy,,RCMP,Staff,,')
    expect((await preview(file)).people).toMatchObject([{ as: 'skip', known: { name: 'Bélanger, Émilie' } }, { as: 'add', known: null }])
    expect(await run(file, { duplicates: 'update' })).toMatchObject({ added: 1, updated: 1, skipped: 0 })
    expect((await desk.attendees(eventId)).attendees[0]).toMatchObject({ name: 'Bélanger, Émilie', rank: 'Maj', organization: 'RCMP', role: 'Staff', accessEnd: '2026-11-30' })
    expect(await run(file, { duplicates: 'update' })).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    expect(await run(file, { rows: [{ row: 3, as: 'add' }] })).toMatchObject({ added: 1, skipped: 1 })
    expect(await names()).toEqual(['Bélanger, Émilie', 'Roy', 'Roy'])
  })

  test('roles are known however they are written; others are added to the event, or mean one of its own', async () => {
    const file = csv('A,,RCMP,STAFF,,', 'B,,RCMP,Juror,,', 'C,,RCMP,juror,,', 'D,,RCMP,Clerk,,')
    expect((await preview(file, { roles: [{ text: 'Clerk', role: 'Staff' }] })).roles).toEqual([
      { text: 'STAFF', role: 'Staff', isNew: false, rows: 1 },
      { text: 'Juror', role: 'Juror', isNew: true, rows: 2 },
      { text: 'Clerk', role: 'Staff', isNew: false, rows: 1 },
    ])
    expect(await run(file, { roles: [{ text: 'Clerk', role: 'Staff' }] })).toMatchObject({ added: 4, rolesAdded: ['Juror'] })
    expect((await desk.service.get({ eventId })).roles).toEqual(['Participant', 'Instructor', 'Staff', 'Volunteer', 'Juror'])
    expect((await desk.attendees(eventId)).attendees.map(({ role }) => role)).toEqual(['Staff', 'Juror', 'Juror', 'Staff'])
  })

  test('is imported only as it was previewed: another file, choice or list is refused', async () => {
    const file = csv('Roy,,RCMP,Staff,,')
    const { hash } = await preview(file)
    await expect(run(file, { duplicates: 'add' }, hash)).rejects.toMatchObject({ code: 'roll_changed' })
    await expect(run(csv('Able,,RCMP,Staff,,'), {}, hash)).rejects.toMatchObject({ code: 'roll_changed' })
    await desk.add(eventId)
    await expect(run(file, {}, hash)).rejects.toMatchObject({ code: 'roll_changed' })
    await desk.service.close({ eventId, as: 'completed' }, admin)
    await expect(preview(file)).rejects.toMatchObject({ code: 'event_over' })
  })

  test('is in the trail, with each person, and told once', async () => {
    desk.events.length = 0
    await run(csv('Roy,,RCMP,Staff,,', 'Able,,RCMP,Staff,,'))
    expect(await desk.acts(eventId)).toEqual(['event_create', 'event_activate', 'event_import'])
    const [able] = (await desk.attendees(eventId)).attendees
    expect(await desk.acts(able?.id ?? '')).toEqual(['attendee_create'])
    expect(desk.events).toEqual(['events.changed', 'presence.changed'])
  })

  test('a formula is kept as text', async () => {
    await run(csv('"=HYPERLINK(""http://x"")",,@RCMP,Staff,,'))
    expect((await desk.attendees(eventId)).attendees).toMatchObject([{ name: '\'=HYPERLINK("http://x")', organization: "'@RCMP" }])
  })
})

test('for all tables: what a preview lets through the database takes, and the same file then changes nothing more', async () => {
  const cell = fc.oneof(fc.constantFrom('', 'Roy', 'Bélanger, Émilie', '=1', 'a\u0000b', '2026-11-25', '03/04/2026', 'Staff', 'juror'), fc.string({ unit: 'binary', maxLength: 12 }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      const file = fileOf(toCsv([heading.split(','), ...rows]))
      const refused = await preview(file, { duplicates: 'update' }).then(() => null, ({ code }: { code: string }) => code)
      expect([null, 'roll_empty', 'roll_unreadable', 'attendee_columns_missing']).toContain(refused)
      if (refused !== null) return
      const excludeRows = [...new Set((await preview(file, { duplicates: 'update' })).errors.map(({ row }) => row))]
      await run(file, { duplicates: 'update', excludeRows })
      expect((await preview(file, { duplicates: 'update', excludeRows })).counts).toMatchObject({ add: 0, update: 0, errorRows: 0 })
    }),
    { numRuns: 60 },
  )
})
