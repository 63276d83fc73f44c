/** What one DDS hands over to the next, as it stands now (domain.md 4.12.4; screens.md P1-1, 5.5). */
import { addDays } from '../../../../../shared/domain/civil-date.ts'
import { badgeName } from '../../../../../shared/domain/badge-serial.ts'
import type { ReportCell } from '../../../../../shared/domain/reports.ts'
import { takesPlace } from '../../../../../shared/domain/unit-events.ts'
import { alertTitles } from '../../../../../shared/i18n/alert-titles.ts'
import type { Tx } from '../../../db/database.ts'
import { readActive } from '../../alerts/queries.ts'
import { nightsOf } from '../../attendance/sessions.ts'
import { readBadges } from '../../badges/inventory-queries.ts'
import { readEventDays } from '../../calendar/queries.ts'
import { readHandover, readToday } from '../../dds/queries.ts'
import { readDutyDay } from '../../duty/duty-day.ts'
import { checklistOf } from '../../duty-log/checklist.ts'
import { readPage } from '../../duty-log/page.ts'
import { readTicks, readTimesOfDay } from '../../duty-log/queries.ts'
import { readEverybody } from '../../lockup/inside.ts'
import { readStatus } from '../../lockup/status.ts'
import { readWatchNights } from '../../schedule/watch-nights.ts'
import { readDayRules } from '../../training/day-rules.ts'
import { nameIn, plainTable, type Column } from '../layout.ts'
import type { ReportBuilder, ReportContext } from '../report.ts'
import { createWording } from '../wording.ts'
import { words } from '../words/handover.ts'

/** How far ahead the sheet looks. */
const days = 14

interface Line {
  readonly what: ReportCell
  readonly which: string
  readonly since: string
}

export const handover: ReportBuilder<'handover'> = async (_spec, context) => {
  const { database, now, unit, language } = context
  const say = words[language]
  const { date, moment } = createWording(context)
  const duty = await database.read((tx) => readDutyDay(tx, now, unit))
  const today = await database.read((tx) => readToday(tx, duty))
  const change = await database.read((tx) => readHandover(tx, duty, now))
  const lockup = await database.read((tx) => readStatus(tx, now, unit))
  const inside = await database.read(readEverybody)
  const counted = (kind: (typeof inside)[number]['kind']): number => inside.filter((person) => person.kind === kind).length
  const signed: readonly { readonly role: string; readonly name: string }[] = [
    { role: say.outgoing, name: change.outgoing?.displayName ?? today.live?.displayName ?? '' },
    { role: say.incoming, name: change.incoming?.displayName ?? '' },
  ]
  const columns: Column<Line>[] = [
    { label: say.columns.what, weight: 1.6, cell: ({ what }) => what },
    { label: say.columns.which, weight: 3.4, cell: ({ which }) => which },
    { label: say.columns.since, weight: 1.5, cell: ({ since }) => since },
    { label: say.columns.done, weight: 0.6, cell: () => '[   ]' },
  ]
  const coming = await database.read((tx) => readComing(tx, duty, context))
  return {
    kind: 'handover',
    title: say.title,
    facts: [
      { label: say.at, value: moment(now) },
      { label: say.outgoing, value: signed[0]?.name || say.nobody },
      { label: say.incoming, value: signed[1]?.name || say.nobody },
      { label: say.change, value: [say.states[change.state], change.dueOn === null ? '' : say.due(date(change.dueOn))].filter(Boolean).join(', ') },
      { label: say.building, value: [say.status[lockup.status], lockup.holder === null ? '' : say.holder(lockup.holder.displayName)].filter(Boolean).join(', ') },
      { label: say.inside, value: say.people(counted('member'), counted('visitor'), counted('attendee')) },
    ],
    charts: [],
    tables: [
      plainTable<Line>({ id: 'open', title: say.open, empty: say.nothingOpen }, columns, await readOpen(duty.today, inside, context)),
      plainTable<(typeof coming)[number]>({ id: 'coming', title: say.coming, empty: say.nothingComing }, [{ label: say.date, weight: 1, cell: (row) => date(row.date) }, { label: say.occasion, weight: 4, cell: ({ what }) => what }], coming),
      plainTable<(typeof signed)[number]>({ id: 'signed', title: say.signed, empty: '' }, [{ label: say.role, weight: 1.4, cell: ({ role }) => role }, { label: say.name, weight: 2, cell: ({ name }) => name }, { label: say.time, weight: 1, cell: () => '' }, { label: say.signature, weight: 2.6, cell: () => '' }], signed),
    ],
    notes: say.notes,
    isLandscape: false,
  }
}

/** Alerts, badges that are out, guests who are still here, and what is not ticked: the gravest first. */
async function readOpen(today: string, inside: Awaited<ReturnType<typeof readEverybody>>, context: ReportContext): Promise<Line[]> {
  const { database, language } = context
  const say = words[language]
  const { moment } = createWording(context)
  const alerts = await database.read(readActive)
  const badges = await database.read((tx) => readBadges(tx, { search: '', statuses: [], kinds: [], assigned: null, outstanding: true, includeRetired: true, limit: 500, page: 1 }))
  const blocks = await database.read(async (tx) => checklistOf({ page: (await readPage(tx)).page, date: today, times: await readTimesOfDay(tx, today), ticks: await readTicks(tx, today) }))
  return [
    ...alerts.map(({ type, severity, person, lastAt }): Line => ({ what: { text: `${say.kinds.alert} (${say.severity[severity]})`, ...(severity === 'info' ? {} : { tone: severity }) }, which: [alertTitles[language][type], person?.displayName ?? ''].filter(Boolean).join(' · '), since: moment(lastAt) })),
    ...badges.map((badge): Line => ({ what: { text: say.kinds.badge, tone: 'warning' }, which: [badgeName(badge), badge.outstandingName ?? ''].filter(Boolean).join(' · '), since: badge.outstandingSince === null ? '' : moment(badge.outstandingSince) })),
    ...inside.flatMap(({ kind, displayName, stationName, since }): Line[] => (kind === 'member' ? [] : [{ what: { text: say.kinds.guest }, which: `${displayName} · ${stationName}`, since: moment(since) }])),
    ...blocks.flatMap(({ time, items }) => items.flatMap(({ text, textFr, ticked }): Line[] => (ticked === null ? [{ what: { text: say.kinds.checklist, tone: 'muted' }, which: nameIn({ name: text, nameFr: textFr }, language), since: time }] : []))),
  ]
}

/** What the coming days hold, in their order. */
async function readComing(tx: Tx, duty: Awaited<ReturnType<typeof readDutyDay>>, { unit, language }: ReportContext): Promise<{ date: string; what: string }[]> {
  const say = words[language]
  const span = { from: duty.today, to: addDays(duty.today, days) }
  const watch = await readWatchNights(tx, span.from, span.to, { unitTime: () => unit })
  const events = (await readEventDays(tx, span.from, span.to)).filter(({ status }) => takesPlace(status))
  const { rules } = await readDayRules(tx, span.from, span.to, [])
  const nights = nightsOf(span, rules, unit).filter(({ why }) => why === 'scheduled')
  return [
    ...(duty.nextWeek === null ? [] : [{ date: duty.week.nextMonday, what: say.nextDds(duty.nextWeek.displayName) }]),
    ...nights.map(({ date }) => ({ date, what: say.training })),
    ...watch.map(({ date, start }) => ({ date, what: [say.watch, start ?? ''].filter(Boolean).join(' ') })),
    ...events.map(({ date, title, startTime }) => ({ date, what: [title, startTime ?? ''].filter(Boolean).join(' ') })),
  ].toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}
