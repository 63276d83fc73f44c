import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { Chip } from '../../ui/chip.tsx'
import { Failed } from '../../ui/failed.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useEventWords } from './events/event-words.ts'
import { RosterCard } from './roster-card.tsx'
import { openEvent, useWords, type DutyRole, type DutyWeek, type useWeeks } from './schedule-view.ts'
import { SingleBody } from './single-body.tsx'
import { TeamBody } from './team-body.tsx'
import { keepFocus } from './use-acts.ts'
import { useWeekActs } from './use-week-acts.tsx'

/** Weeks side by side: who has which duty, draft or published, with what is missing and what speaks against it. */
export function WeekView({ fetched: { value, problem, retry } }: { fetched: ReturnType<typeof useWeeks> }) {
  const { t } = useTranslation('schedule')
  const [said, setSaid] = useState('')
  const onDone = (control: string, words: string): void => {
    setSaid(words)
    if (control !== '') keepFocus(control)
  }
  const acts = useWeekActs({ weeks: value?.weeks ?? [], onDone })
  if (value === null)
    return problem === null ? (
      <p role="status" className="p-6 text-ink-muted">
        {t('loading')}
      </p>
    ) : (
      <Failed problem={problem} retry={retry} />
    )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {acts.problem === null ? null : (
        <div className="px-3 pt-3">
          <Refusal of={acts.problem} />
        </div>
      )}
      <div className="grid min-h-0 flex-1 auto-cols-fr grid-flow-col overflow-y-auto">
        {value.weeks.map((week, index) => (
          <WeekColumn key={week.weekStart} week={week} roles={value.roles} today={value.today} isSpare={index > 1} acts={acts} />
        ))}
      </div>
      <p role="status" className="flex-none border-t border-line px-3 py-1.5 text-xs text-ink-muted">
        {said === '' ? t('keys') : said}
      </p>
      {acts.dialog}
    </div>
  )
}

interface ColumnProps {
  readonly week: DutyWeek
  readonly roles: readonly DutyRole[]
  readonly today: string
  /** Only where the screen is wide enough. */
  readonly isSpare: boolean
  readonly acts: ReturnType<typeof useWeekActs>
}

function WeekColumn({ week, roles, today, isSpare, acts }: ColumnProps) {
  const { t } = useTranslation('schedule')
  const { range, weekdayDay, named } = useWords()
  const { statusWords } = useEventWords()
  const isNow = today >= week.weekStart && today <= week.weekEnd
  const isNext = !isNow && week.weekStart > today && week.weekStart <= addDays(today, 7)
  return (
    <section aria-labelledby={`week-${week.weekStart}`} className={`grid content-start gap-2.5 border-l border-line p-3 first:border-l-0 ${isSpare ? 'max-[1699px]:hidden' : ''}`}>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2 id={`week-${week.weekStart}`} className="text-[15px] font-semibold">
          {range(week.weekStart, week.weekEnd)}
        </h2>
        {isNow ? <Chip tone="out">{t('thisWeek')}</Chip> : isNext ? <Chip>{t('nextWeek')}</Chip> : null}
        {week.holidays.map((holiday) => (
          <Chip key={holiday.date} tone="visitor">
            {t('holidayOn', { on: weekdayDay(holiday.date), name: named(holiday) })}
          </Chip>
        ))}
      </div>
      {roles.map((role) => {
        const roster = week.rosters.find((one) => one.role === role.code)
        if (roster === undefined) return null
        const spot = { week, role, roster }
        return (
          <RosterCard key={role.code} role={role} roster={roster} weekStart={week.weekStart} onAct={(act) => acts.onRoster(spot, act)}>
            {role.kind === 'single' ? <SingleBody spot={spot} acts={acts} /> : <TeamBody spot={spot} acts={acts} />}
          </RosterCard>
        )
      })}
      {week.events.length === 0 ? null : (
        <ul aria-label={t('eventsOfWeek')} className="grid gap-0.5">
          {week.events.map((event) => (
            <li key={event.id}>
              <button type="button" onClick={() => openEvent(event.id)} className="flex w-full cursor-pointer items-baseline gap-2 rounded-md px-2 py-1 text-left hover:bg-chip">
                <span className="w-16 flex-none text-xs text-ink-muted">{weekdayDay(event.date)}</span>
                <span className="w-10 flex-none text-xs text-ink-muted">{event.startTime ?? ''}</span>
                <span className={`truncate ${event.status === 'cancelled' ? 'text-ink-muted line-through' : 'font-medium'}`}>{event.title}</span>
                <span className="flex-none text-xs text-ink-muted">{statusWords(event.status)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
