import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rostered } from '../../../../shared/domain/duty-roster.ts'
import { useMay } from '../../stores/session.ts'
import { actsOn } from './acts-on.ts'
import { NightBody } from './night-body.tsx'
import { EmptyPlace, Place, SeatRow } from './place.tsx'
import { useWords } from './schedule-view.ts'
import type { Spot, useWeekActs } from './use-week-acts.tsx'

interface Props {
  readonly spot: Spot
  readonly acts: ReturnType<typeof useWeekActs>
}

/** The team of the week, and each night on which it stands. */
export function TeamBody({ spot, acts }: Props) {
  const { t } = useTranslation('schedule')
  const { weekdayDay, dayMonth } = useWords()
  const [night, setNight] = useState<string | null>(null)
  const { week, roster } = spot
  const differs = (date: string): boolean => roster.overrides.some(({ nightDate }) => nightDate === date)
  const shown = week.nights.find(({ date }) => date === night)
  const tabs = [{ date: null, words: t('night.week'), title: undefined }, ...week.nights.map(({ date, start, events }) => ({ date, words: `${weekdayDay(date)}${differs(date) ? ' *' : ''}`, title: [start, ...events, ...(differs(date) ? [t('night.differs')] : [])].join(' · ') }))]
  return (
    <>
      <div role="group" aria-label={t('night.which', { week: dayMonth(week.weekStart) })} className="flex gap-1 border-b border-line px-2">
        {tabs.map(({ date, words, title }) => (
          <button
            key={date ?? 'week'}
            type="button"
            title={title}
            aria-label={title === undefined ? undefined : `${words.replace(' *', '')}, ${title}`}
            aria-pressed={date === (shown?.date ?? null)}
            onClick={() => setNight(date)}
            className={`h-8 cursor-pointer border-b-2 px-2 text-xs whitespace-nowrap -outline-offset-2! ${date === (shown?.date ?? null) ? 'border-out font-semibold text-out' : 'border-transparent text-ink-muted hover:text-ink'}`}
          >
            {words}
          </button>
        ))}
        {week.nights.length === 0 ? <span className="self-center text-xs text-ink-muted">{t('night.none')}</span> : null}
      </div>
      {shown === undefined ? <WeekSeats spot={spot} acts={acts} /> : <NightBody key={shown.date} spot={spot} night={shown} acts={acts} />}
    </>
  )
}

function WeekSeats({ spot, acts }: Props) {
  const { t } = useTranslation('schedule')
  const { named, dayMonth } = useWords()
  const mayPlan = useMay('command')
  const { week, roster, role } = spot
  return (
    <ul>
      {role.positions.map((seat) => {
        const own = roster.assignments.filter(({ positionId }) => positionId === seat.id)
        const free = Math.max(0, seat.maxSlots - rostered(own).length)
        const taken = own.length
        return (
          <SeatRow key={seat.id} code={seat.code} name={named(seat)}>
            {own.map((assignment, index) => {
              const control = `${week.weekStart} ${seat.id} ${index}`
              return (
                <Place
                  key={assignment.id}
                  control={control}
                  name={assignment.member.displayName}
                  status={assignment.status}
                  notes={assignment.notes}
                  warnings={roster.warnings.filter(({ dutyId }) => dutyId === assignment.id)}
                  acts={mayPlan ? actsOn(assignment, roster.status, t) : []}
                  onAct={(act) => acts.onAssignment(spot, assignment, act, control)}
                />
              )
            })}
            {Array.from({ length: free }, (_, index) => `${week.weekStart} ${seat.id} ${taken + index}`).map((control) => (
              <EmptyPlace key={control} control={control} isRequired={seat.isRequired && roster.status !== 'none'} label={t('place.assign', { seat: seat.code, week: dayMonth(week.weekStart) })} onAssign={mayPlan ? () => acts.assign(spot, seat, control) : null} />
            ))}
          </SeatRow>
        )
      })}
    </ul>
  )
}
