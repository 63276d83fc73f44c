import { useTranslation } from 'react-i18next'
import { rostered } from '../../../../shared/domain/duty-roster.ts'
import { useMay } from '../../stores/session.ts'
import { actsOn } from './acts-on.ts'
import { EmptyPlace, Place } from './place.tsx'
import { useWords } from './schedule-view.ts'
import type { Spot, useWeekActs } from './use-week-acts.tsx'

/** The duty of one: who has it this week, and who had it before being released. */
export function SingleBody({ spot, acts }: { spot: Spot; acts: ReturnType<typeof useWeekActs> }) {
  const { t } = useTranslation('schedule')
  const { named, dayMonth } = useWords()
  const mayPlan = useMay('command')
  const { roster, role, week } = spot
  const control = `${week.weekStart} ${role.code} 0`
  const isFree = rostered(roster.assignments).length === 0
  return (
    <div className="grid gap-0.5 px-1.5 py-1.5">
      {isFree ? (
        <div className="px-1.5 py-1">
          <EmptyPlace control={control} isRequired={roster.status !== 'none'} label={t('place.assign', { seat: named(role), week: dayMonth(week.weekStart) })} onAssign={mayPlan ? () => acts.assign(spot, null, control) : null} />
        </div>
      ) : null}
      {roster.assignments.map((assignment, index) => {
        const own = assignment.status === 'released' ? `${control} ${index}` : control
        return (
          <Place
            key={assignment.id}
            control={own}
            name={assignment.member.displayName}
            status={assignment.status}
            notes={assignment.notes}
            warnings={roster.warnings.filter(({ dutyId }) => dutyId === assignment.id)}
            acts={mayPlan ? actsOn(assignment, roster.status, t) : []}
            onAct={(act) => acts.onAssignment(spot, assignment, act, own)}
          />
        )
      })}
    </div>
  )
}
