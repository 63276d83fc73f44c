/** One operational day on paper: its log, its checklist, and who had the duty and the building (domain.md 4.12.6 ▶; screens.md W-18, 5.5). */
import type { InferOutput } from 'valibot'
import type { LogEntry } from '../../../../../shared/contract/duty-log.ts'
import { operationalDate } from '../../../../../shared/domain/operational-day.ts'
import { refuse } from '../../../kit/refusal.ts'
import { readLog } from '../../dds/queries.ts'
import { checklistOf } from '../../duty-log/checklist.ts'
import { readPage } from '../../duty-log/page.ts'
import { foldEntries, readEntries, readTicks, readTimesOfDay } from '../../duty-log/queries.ts'
import { groupedTable, nameIn, plainTable, type Column } from '../layout.ts'
import type { ReportBuilder } from '../report.ts'
import { createWording } from '../wording.ts'
import { words } from '../words/duty-log.ts'

type Entry = InferOutput<typeof LogEntry>

/** Refuses `date_in_future`. */
export const dutyLog: ReportBuilder<'duty_log'> = async ({ date }, context) => {
  const { database, now, unit, language } = context
  const say = words[language]
  const wording = createWording(context)
  const { time } = wording
  if (date > operationalDate(now, unit)) throw refuse('date_in_future', { date })
  const entries = await database.read(async (tx) => foldEntries(await readEntries(tx, date)))
  const blocks = await database.read(async (tx) => checklistOf({ page: (await readPage(tx)).page, date, times: await readTimesOfDay(tx, date), ticks: await readTicks(tx, date) }))
  const { entries: hands } = await database.read((tx) => readLog(tx, { responsibility: null, member: null, from: date, to: date, cursor: null, limit: 500 }))

  const detailsOf = ({ details }: Entry): string[] => [
    ...(details.caller === undefined ? [] : [say.caller(details.caller)]),
    ...(details.callback === undefined || details.callback === '' ? [] : [say.callback(details.callback)]),
    ...(details.category === undefined ? [] : [say.category[details.category]]),
    ...(details.place === undefined || details.place === '' ? [] : [details.place]),
    ...(details.degrees === undefined ? [] : [`${details.degrees} °C`]),
    ...(details.action === undefined || details.action === '' ? [] : [say.action(details.action)]),
    ...(details.isDone === false ? [say.notDone] : []),
  ]
  const textOf = (entry: Entry): string =>
    [
      [entry.text, ...detailsOf(entry)].filter(Boolean).join(' · '),
      ...entry.earlier.map((was) => say.was(was.text, was.actorName, time(was.recordedAt), was.reason)),
      ...(entry.removed === null ? [] : [say.removed(entry.removed.actorName, time(entry.removed.at), entry.removed.reason)]),
    ].join('\n')
  const log: Column<Entry>[] = [
    { label: say.columns.time, weight: 0.6, cell: ({ at }) => time(at) },
    { label: say.columns.kind, weight: 1, cell: ({ kind }) => ({ text: say.kinds[kind], ...(kind === 'incident' ? { tone: 'warning' as const } : {}) }) },
    { label: say.columns.text, weight: 4.4, cell: (entry) => (entry.removed === null ? textOf(entry) : { text: textOf(entry), tone: 'muted' }) },
    { label: say.columns.by, weight: 1.4, cell: ({ actorName }) => actorName },
  ]
  type Item = (typeof blocks)[number]['items'][number]
  const items: Column<Item>[] = [
    { label: say.item, weight: 3.6, cell: ({ text, textFr }) => nameIn({ name: text, nameFr: textFr }, language) },
    { label: say.done, weight: 1.8, cell: ({ ticked }) => (ticked === null ? { text: say.open, tone: 'warning' } : { text: `${time(ticked.at)} ${ticked.name}`, tone: 'good' }) },
    { label: say.remark, weight: 1.8, cell: ({ ticked }) => [ticked?.degrees == null ? '' : `${ticked.degrees} °C`, ticked?.remark ?? ''].filter(Boolean).join(' · ') },
  ]
  type Hand = (typeof hands)[number]
  const changes: Column<Hand>[] = [
    { label: say.columns.time, weight: 0.6, cell: ({ at }) => time(at) },
    { label: say.what, weight: 1.8, cell: ({ responsibility, action }) => `${say.responsibility[responsibility]}: ${say.acts[action]}` },
    { label: say.who, weight: 2, cell: ({ person, from }) => [person?.displayName ?? '', from === null ? '' : say.from(from.displayName)].filter(Boolean).join(', ') },
    { label: say.columns.by, weight: 1.4, cell: ({ actorName }) => actorName },
    { label: say.note, weight: 2, cell: ({ notes }) => notes ?? '' },
  ]
  const all = blocks.flatMap((block) => block.items)
  const dds = [...new Set(hands.flatMap(({ responsibility, person }) => (responsibility === 'dds' && person !== null ? [person.displayName] : [])).toReversed())]
  return {
    kind: 'duty_log',
    title: say.title,
    facts: [
      { label: say.day, value: wording.date(date) },
      { label: say.dds, value: dds.join(', ') || say.nobody },
      { label: say.checklist, value: `${all.filter(({ ticked }) => ticked !== null).length} / ${all.length}` },
      { label: say.entries, value: String(entries.length) },
    ],
    charts: [],
    tables: [
      plainTable({ id: 'log', title: say.log, empty: say.noEntries }, log, entries),
      groupedTable({ id: 'checklist', title: say.rounds, empty: say.noItems }, items, blocks.map((block) => ({ title: [block.time, nameIn({ name: block.heading, nameFr: block.headingFr }, language)].filter(Boolean).join(' '), isOwnPage: false, rows: block.items }))),
      plainTable({ id: 'hands', title: say.hands, empty: say.noHands }, changes, hands.toReversed()),
    ],
    notes: say.notes,
    isLandscape: false,
  }
}
