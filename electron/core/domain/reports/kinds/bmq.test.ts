import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, openAttendanceDesk, type AttendanceDesk } from '../../attendance/testing/attendance-desk.ts'
import { documentText } from '../testing/document-text.ts'
import { reportDesk, type ReportDesk } from '../testing/report-desk.ts'

let desk: AttendanceDesk
let reports: ReportDesk
let courseId: string
// Saturdays and Sundays from 3 October, until Thursday 26 November 2026.
beforeAll(async () => {
  desk = await openAttendanceDesk()
  reports = reportDesk(desk)
  courseId = await desk.course({ name: 'QMB d’automne', startDate: '2026-11-07', endDate: '2026-12-13' })
  await desk.holiday('2026-11-14', 'Founders’ day')
  const keen = await desk.enlist('L’Heureux-Œuvray', { serviceNumber: 'V10000001', rankCode: 'S3' })
  const gone = await desk.enlist('Ångström', { serviceNumber: 'V10000002', rankCode: 'S3', divisionCode: 'DECK' })
  await desk.training.enrol(desk.asked(desk.trainingCalls.enrol, { courseId, memberIds: [keen, gone], enrolledOn: '2026-11-08' }), admin)
  const { enrolments } = await desk.training.enrolments(desk.asked(desk.trainingCalls.enrolments, { courseId }))
  const left = enrolments.find(({ member }) => member.id === gone)
  await desk.training.updateEnrolment(desk.asked(desk.trainingCalls.updateEnrolment, { enrolmentId: left?.id, status: 'withdrawn', enrolledOn: '2026-11-08', endedOn: '2026-11-15' }), admin)
  for (const date of ['2026-11-08', '2026-11-15', '2026-11-21', '2026-11-22']) await desk.stay(keen, `${date} 07:50`, `${date} 16:05`)
})
afterAll(() => desk.close())

test.each(['en', 'fr'] as const)('a course, each recruit from their first to their last day, without the holiday (⚠ 4.19) (%s)', async (language) => {
  await expect(documentText((await reports.preview({ kind: 'bmq', courseId }, language)).document)).toMatchFileSnapshot(`../golden/bmq.${language}.txt`)
})

test('a course that is not there is refused', async () => {
  await expect(reports.preview({ kind: 'bmq', courseId: '00000000-0000-4000-8000-000000000001' })).rejects.toMatchObject({ code: 'course_unknown' })
})
