/** The checklist of one day: the page's blocks at that day's times, with what was ticked. Pure. */
import { weekdayOf } from '../../../../shared/domain/operational-week.ts'
import type { dutyLog } from '../../../../shared/contract/duty-log.ts'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { checklistTick } from '../../db/schema/index.ts'
import type { DutyPage } from './page.ts'

/** `HH:MM` on the unit's clock. */
export interface TimesOfDay {
  readonly start: string
  readonly end: string
}
type Block = OutputOf<typeof dutyLog.day>['blocks'][number]
type Tick = typeof checklistTick.$inferSelect

interface Facts {
  readonly page: DutyPage
  readonly date: string
  readonly times: TimesOfDay
  readonly ticks: readonly Tick[]
}

/** Blocks in the order of the day; those without an item for this weekday are left out. */
export function checklistOf({ page, date, times, ticks }: Facts): Block[] {
  const weekday = weekdayOf(date)
  const open = new Map(ticks.map((tick) => [tick.itemKey, tick]))
  const take = (key: string): Block['items'][number]['ticked'] => {
    const tick = open.get(key)
    open.delete(key)
    return tick === undefined ? null : tickOf(tick)
  }
  const blocks = page.checklist
    .map((block): Block => ({
      key: block.key,
      time: block.time === 'workday_start' ? times.start : block.time === 'workday_end' ? times.end : block.time,
      heading: block.heading,
      headingFr: block.headingFr,
      items: block.tasks
        .filter(({ weekdays }) => weekdays.length === 0 || weekdays.includes(weekday))
        .map(({ key, text, textFr, asksTemperature }) => ({ key, text, textFr, asksTemperature, ticked: take(key) })),
    }))
    .filter(({ items }) => items.length > 0)
    .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  // What was ticked and is on the page no more keeps the words it had.
  for (const tick of open.values()) {
    const item = { key: tick.itemKey, text: tick.itemText, textFr: null, asksTemperature: false, ticked: tickOf(tick) }
    const block = blocks.find(({ heading }) => heading === tick.blockLabel)
    if (block === undefined) blocks.push({ key: `was-${tick.itemKey}`.slice(0, 60), time: '', heading: tick.blockLabel, headingFr: null, items: [item] })
    else block.items.push(item)
  }
  return blocks
}

const tickOf = (tick: Tick): NonNullable<Block['items'][number]['ticked']> => ({ at: tick.tickedAt.toISOString(), name: tick.tickedByName, remark: tick.remark, degrees: (tick.details as { degrees?: number }).degrees ?? null })
