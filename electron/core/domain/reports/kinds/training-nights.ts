/** Who came to the training nights of a period (domain.md 4.19, 4.20: training-night-attendance; ⚠ one query a member, nights to come counted as missed). */
import type { attendance as contract } from '../../../../../shared/contract/attendance.ts'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { ReportCell, ReportChart, ReportTable } from '../../../../../shared/domain/reports.ts'
import { attendanceColumns, averageIn, averageOf, percentOf, type Figure } from '../attendance-columns.ts'
import { groupByDivision, groupedTable, organized, plainTable, type DivisionGroup } from '../layout.ts'
import type { ReportBuilder, ReportContext } from '../report.ts'
import { words } from '../words/training-nights.ts'
import { createWording, figures, type Wording } from '../wording.ts'

type Unit = OutputOf<typeof contract.unit>
type Say = (typeof words)['en']

/** Refuses `period_invalid`, `member_unknown`. */
export const trainingNights: ReportBuilder<'training_nights'> = async ({ period, organization, divisionCode, memberId, includeFTStaff, showBMQBadge }, context) => {
  const { attendance, settings, language } = context
  const { memberHandling, thresholds, schedule } = settings
  const say = words[language]
  const wording = createWording(context)
  const ofMember = organization === 'specific_member' ? memberId : null
  const ofDivision = organization === 'specific_division' ? divisionCode : null
  const unit = await attendance.unit({ period, divisionCode: ofDivision, memberId: ofMember, includeFTStaff })
  const rows = unit.records.map(({ member, bmq, ...record }) => ({ ...record, ...member, bmq: (showBMQBadge ?? memberHandling.showBMQBadge) ? bmq : null }))
  type Row = (typeof rows)[number]

  const trend = ({ trend: found }: Row): ReportCell => (found === null ? { text: '' } : { text: say.trends[found.direction](found.delta), tone: found.direction === 'up' ? 'good' : found.direction === 'down' ? 'warning' : 'muted' })
  const mark = ({ attendance: own, bmq }: Row): string => [...(own.status === 'new' ? [say.new(wording.date(own.until))] : []), ...(bmq === null ? [] : [say.bmq(bmq.name)])].join(' · ')
  const columns = [...attendanceColumns(say, context, wording), ...(memberHandling.showTrendIndicators ? [{ label: say.columns.trend, weight: 0.8, cell: trend }] : []), { label: say.columns.mark, weight: 1.6, cell: mark }]
  const people = groupedTable<Row>({ id: 'people', title: say.people, empty: say.empty }, columns, organized(rows, organization, say.none))

  const divisions = groupByDivision(rows, say.none)
  const asked = ofDivision === null ? say.all : (divisions[0]?.name ?? (ofDivision === '-' ? say.none : ofDivision))
  return {
    kind: 'training_nights',
    title: say.title,
    facts: [
      { label: say.period, value: wording.span(unit.from, unit.to) },
      { label: say.division, value: asked },
      { label: say.nights, value: String(unit.nights) },
      { label: say.members, value: String(rows.length) },
      { label: say.average, value: averageIn(rows, wording) },
      { label: say.below, value: String(rows.filter(({ attendance: own }) => own.status === 'calculated' && own.percentage < thresholds.warningThreshold).length) },
    ],
    charts: ofMember === null ? charts(unit, divisions, say, wording) : [],
    tables: [people, ...(ofMember === null ? [divisionTotals(divisions, rows, say, wording), nights(unit, say, wording)] : [await everyNight(ofMember, period, context, say, wording)])],
    notes: [
      say.notes.presence(schedule.minimumPresenceMinutes),
      say.notes.excused,
      say.notes.minimum(memberHandling.minimumTrainingNights, memberHandling.newMemberGracePeriod),
      ...(thresholds.showThresholdFlags ? [say.notes.thresholds(thresholds.warningThreshold, thresholds.criticalThreshold)] : []),
      ...(memberHandling.showTrendIndicators ? [say.notes.trend] : []),
    ],
    isLandscape: false,
  }
}

type Divisions = readonly DivisionGroup<Figure>[]

function charts({ sessions }: Unit, divisions: Divisions, say: Say, { date }: Wording): ReportChart[] {
  const averages = divisions.flatMap(({ code, name, people }) => {
    const value = averageOf(people)
    return value === null ? [] : [{ label: code ?? name, value }]
  })
  return [
    { id: 'nights', title: say.chartNights, shape: 'line', unit: '%', max: 100, series: [{ name: say.chartNights, points: sessions.map(({ date: night, attended, possible }) => ({ label: date(night), value: percentOf(attended, possible) })) }] },
    { id: 'divisions', title: say.chartDivisions, shape: 'bars', unit: '%', max: 100, series: [{ name: say.average, points: averages }] },
  ]
}

function divisionTotals(divisions: Divisions, rows: readonly Figure[], say: Say, wording: Wording): ReportTable {
  type Line = Pick<Divisions[number], 'name' | 'people'>
  const columns = [
    { label: say.division, weight: 2, cell: ({ name }: Line) => name },
    figures<Line>(say.members, 1, ({ people }) => people.length),
    figures<Line>(say.counted, 1, ({ people }) => people.filter(({ attendance }) => attendance.status === 'calculated').length),
    figures<Line>(say.average, 1, ({ people }) => averageIn(people, wording)),
  ]
  return plainTable<Line>({ id: 'divisions', title: say.totals, empty: say.empty }, columns, [...divisions, ...(divisions.length > 1 ? [{ name: say.total, people: rows }] : [])])
}

function nights({ sessions }: Unit, say: Say, { date, percent }: Wording): ReportTable {
  type Night = Unit['sessions'][number]
  const columns = [
    { label: say.night, weight: 1.4, cell: (night: Night) => date(night.date) },
    figures<Night>(say.came, 1, ({ attended }) => attended),
    figures<Night>(say.expected, 1, ({ possible }) => possible),
    figures<Night>(say.columns.percentage, 1, ({ attended, possible }) => (possible === 0 ? '–' : percent(percentOf(attended, possible)))),
  ]
  return plainTable<Night>({ id: 'nights', title: say.byNight, empty: say.noNights }, columns, sessions)
}

const tones: Readonly<Partial<Record<string, ReportCell['tone']>>> = { attended: 'good', absent: 'critical', too_short: 'critical' }

async function everyNight(memberId: string, period: Parameters<ReportContext['attendance']['explain']>[0]['period'], { attendance }: ReportContext, say: Say, { date, time }: Wording): Promise<ReportTable> {
  const { member, sessions } = await attendance.explain({ memberId, period })
  type Night = (typeof sessions)[number]
  const columns = [
    { label: say.night, weight: 1.2, cell: (night: Night) => date(night.date) },
    { label: say.hours, weight: 1.2, cell: ({ start, end }: Night) => `${time(start)}–${time(end)}` },
    { label: say.present, weight: 1.6, cell: ({ present }: Night) => present.map(({ from, to }) => `${time(from)}–${time(to)}`).join(', ') },
    figures<Night>(say.minutes, 0.8, ({ minutes }) => minutes),
    { label: say.counts, weight: 0.8, cell: ({ possible }: Night) => (possible ? say.yes : say.no) },
    { label: say.why, weight: 1.8, cell: ({ why }: Night): ReportCell => ({ text: say.reasons[why], tone: tones[why] ?? 'muted' }) },
  ]
  return plainTable<Night>({ id: 'every-night', title: say.everyNight(member.displayName), empty: say.noNights }, columns, sessions)
}
