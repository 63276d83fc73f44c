/** How recruits attend their course (domain.md 4.19, 4.20: bmq-attendance; ⚠ holidays, withdrawal and enrolment dates were ignored). */
import { eq } from 'drizzle-orm'
import { bmqCounting } from '../../../../../shared/domain/attendance.ts'
import { bmqCourse } from '../../../db/schema/index.ts'
import { attendanceColumns, averageIn } from '../attendance-columns.ts'
import { groupByDivision, groupedTable, organized, plainTable } from '../layout.ts'
import type { ReportBuilder } from '../report.ts'
import { words } from '../words/bmq.ts'
import { createWording, figures } from '../wording.ts'

/** Refuses `course_unknown`. */
export const bmq: ReportBuilder<'bmq'> = async ({ courseId, organization, divisionCode }, context) => {
  const { attendance, database, settings, language } = context
  const say = words[language]
  const wording = createWording(context)
  const ofDivision = organization === 'specific_division' ? divisionCode : null
  const { from, to, records, sessions } = await attendance.bmq({ courseId, divisionCode: ofDivision })
  const [course] = await database.read((tx) => tx.select({ name: bmqCourse.name }).from(bmqCourse).where(eq(bmqCourse.id, courseId)))
  const rows = records.map(({ member, ...record }) => ({ ...record, ...member }))
  type Row = (typeof rows)[number]
  const { warning, critical, showFlags } = bmqCounting(settings)
  const asked = ofDivision === null ? say.all : (groupByDivision(rows, say.none)[0]?.name ?? ofDivision)

  const columns = [
    ...attendanceColumns(say, context, wording),
    { label: say.columns.standing, weight: 1.1, cell: ({ enrolment }: Row) => say.standings[enrolment.status] },
    { label: say.columns.from, weight: 1, cell: ({ enrolment }: Row) => wording.date(enrolment.enrolledOn) },
    { label: say.columns.to, weight: 1, cell: ({ enrolment }: Row) => (enrolment.endedOn === null ? '' : wording.date(enrolment.endedOn)) },
  ]
  const people = groupedTable<Row>({ id: 'people', title: say.people, empty: say.empty }, columns, organized(rows, organization, say.none))
  type Session = (typeof sessions)[number]
  const bySession = plainTable<Session>(
    { id: 'sessions', title: say.bySession, empty: say.noSessions },
    [{ label: say.session, weight: 1.4, cell: ({ date }) => wording.date(date) }, figures(say.came, 1, ({ attended }) => attended), figures(say.expected, 1, ({ possible }) => possible)],
    sessions,
  )
  return {
    kind: 'bmq',
    title: say.title,
    facts: [
      { label: say.course, value: course?.name ?? '' },
      { label: say.dates, value: wording.span(from, to) },
      { label: say.division, value: asked },
      { label: say.sessions, value: String(sessions.length) },
      { label: say.recruits, value: String(rows.length) },
      { label: say.average, value: averageIn(rows, wording) },
    ],
    charts: [{ id: 'sessions', title: say.chart, shape: 'line', unit: '', max: null, series: [{ name: say.came, points: sessions.map(({ date, attended }) => ({ label: wording.date(date), value: attended })) }, { name: say.expected, points: sessions.map(({ date, possible }) => ({ label: wording.date(date), value: possible })) }] }],
    tables: [people, bySession],
    notes: [say.notes.span, say.notes.excused, ...(showFlags ? [say.notes.thresholds(warning, critical)] : [])],
    isLandscape: false,
  }
}
