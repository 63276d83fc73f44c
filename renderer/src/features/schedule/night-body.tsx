import { UserRoundMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { nightTeam } from '../../../../shared/domain/duty-roster.ts'
import { useMay } from '../../stores/session.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { EmptyPlace, Place, SeatRow } from './place.tsx'
import { useWords, type DutyWeek } from './schedule-view.ts'
import type { Spot, useWeekActs } from './use-week-acts.tsx'
import { useWarningWords } from './warning-words.ts'

type NightAct = 'instead' | 'notThisNight' | 'takeBack'

interface Props {
  readonly spot: Spot
  readonly night: DutyWeek['nights'][number]
  readonly acts: ReturnType<typeof useWeekActs>
}

/** Who stands one night: those of the week, and what differs. */
export function NightBody({ spot, night: { date, start, events }, acts }: Props) {
  const { t } = useTranslation('schedule')
  const { named, weekdayDay } = useWords()
  const inWords = useWarningWords()
  const may = useMay('commandOrDds')
  const mayBegin = useMay('command')
  const { roster, role } = spot
  const team = nightTeam(roster.assignments, roster.overrides, date)
  const ofNight = roster.overrides.filter(({ nightDate }) => nightDate === date)
  const warningsOf = (id: string) => roster.warnings.filter((warning) => warning.dutyId === id && (warning.dates.length === 0 || warning.dates.includes(date)))
  const mayAdd = may && (roster.scheduleId !== null || mayBegin)
  return (
    <>
      <p className="border-b border-line px-3 py-1.5 text-xs text-ink-muted">
        {[start === null ? t('night.noTime') : t('night.from', { at: start }), ...events].join(' · ')}
        {roster.status === 'draft' ? ` · ${t('night.draft')}` : ''}
      </p>
      <ul>
        {role.positions.map((seat) => {
          const standing = team.filter(({ positionId }) => positionId === seat.id)
          const left = ofNight.filter(({ kind, positionId }) => kind === 'remove' && positionId === seat.id)
          const free = Math.max(0, seat.maxSlots - standing.length)
          return (
            <SeatRow key={seat.id} code={seat.code} name={named(seat)}>
              {standing.map((entry, index) => {
                const control = `${date} ${seat.id} ${index}`
                const isOther = entry.source === 'override'
                const about = !isOther ? undefined : entry.replaces === null ? t('night.besides') : t('night.for', { name: entry.replaces.displayName })
                return (
                  <Place
                    key={entry.id}
                    control={control}
                    name={entry.member.displayName}
                    status={isOther ? 'standIn' : entry.status}
                    about={about}
                    warnings={warningsOf(entry.id)}
                    acts={!may ? [] : isOther ? [{ key: 'takeBack' as const, words: t('act.takeBack') }] : [{ key: 'instead' as const, words: t('act.instead') }, { key: 'notThisNight' as const, words: t('act.notThisNight') }]}
                    onAct={(act: NightAct) => (act === 'takeBack' ? acts.takeBack(entry, control) : act === 'instead' ? acts.forNight(spot, seat, date, entry.member, control) : acts.notThisNight(spot, seat, date, entry.member, control))}
                  />
                )
              })}
              {left.map((override) => {
                const control = `${date} ${seat.id} left ${override.id}`
                const face = (
                  <span className="flex items-center gap-1.5 px-1.5 py-1 text-xs text-ink-muted">
                    <UserRoundMinus aria-hidden size={13} />
                    {t('night.without', { name: override.base?.displayName ?? '' })}
                  </span>
                )
                return (
                  <div key={override.id}>
                    {may ? (
                      <ActionMenu label={t('night.without', { name: override.base?.displayName ?? '' })} control={control} acts={[{ key: 'takeBack', words: t('act.takeBack') }]} onAct={() => acts.takeBack(override, control)}>
                        {face}
                      </ActionMenu>
                    ) : (
                      face
                    )}
                    {warningsOf(override.id).map((warning) => (
                      <p key={warning.kind} className="px-1.5 pb-1 text-xs text-attention">
                        {inWords(warning)}
                      </p>
                    ))}
                  </div>
                )
              })}
              {Array.from({ length: free }, (_, index) => `${date} ${seat.id} ${standing.length + index}`).map((control) => (
                <EmptyPlace key={control} control={control} isRequired={seat.isRequired && roster.status !== 'none'} label={t('place.assignNight', { seat: seat.code, on: weekdayDay(date) })} onAssign={mayAdd ? () => acts.forNight(spot, seat, date, null, control) : null} />
              ))}
            </SeatRow>
          )
        })}
      </ul>
    </>
  )
}
