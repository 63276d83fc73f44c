import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { rostered } from '../../../../shared/domain/duty-roster.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useWords, type Assignment, type DutyWeek } from './schedule-view.ts'
import type { Spot } from './use-week-acts.tsx'

interface Props {
  readonly spot: Spot
  readonly assignment: Assignment
  readonly weeks: readonly DutyWeek[]
  readonly onDone: (words: string) => void
  readonly onClose: () => void
}

/** With whom: those on other seats of the week, and those of the other weeks that are shown. */
export function SwapDialog({ spot, assignment, weeks, onDone, onClose }: Props) {
  const { t, named, dayMonth } = useWords()
  const [problem, setProblem] = useState<Refused | null>(null)
  const codeOf = (positionId: string | null): string => spot.role.positions.find(({ id }) => id === positionId)?.code ?? named(spot.role)
  const others = weeks.flatMap((week) =>
    rostered(week.rosters.find(({ role }) => role === spot.role.code)?.assignments ?? [])
      .filter((other) => other.member.id !== assignment.member.id && (week.weekStart !== spot.week.weekStart || other.positionId !== assignment.positionId))
      .map((other) => ({ ...other, week: week.weekStart })),
  )
  const swap = async (key: string | number): Promise<void> => {
    const other = others.find(({ id }) => id === key)
    if (other === undefined) return
    const result = await api().schedule.swap({ first: assignment.id, second: other.id })
    if (!result.ok) return setProblem(result.error)
    onDone(t('done.swapped', { first: assignment.member.displayName, second: other.member.displayName }))
    onClose()
  }
  return (
    <Dialog title={t('swap.title', { name: assignment.member.displayName })} isOpen onClose={onClose} footer={<Button onPress={onClose}>{t('cancel')}</Button>}>
      <div className="grid gap-2.5 text-ink">
        <p>{t('swap.text', { seat: codeOf(assignment.positionId), week: dayMonth(spot.week.weekStart) })}</p>
        <Refusal of={problem} />
        {others.length === 0 ? (
          <p className="text-ink-muted">{t('swap.nobody')}</p>
        ) : (
          <ListBox aria-label={t('swap.with')} autoFocus="first" onAction={(key) => void swap(key)} className="max-h-[340px] overflow-y-auto rounded-lg border border-line p-1 outline-none">
            {others.map(({ id, member, positionId, week }) => (
              <ListBoxItem key={id} id={id} textValue={member.displayName} className="flex cursor-pointer justify-between gap-3 rounded-md px-2.5 py-1.5 outline-none focus:bg-chip data-focused:bg-chip">
                <span className="truncate font-medium">{member.displayName}</span>
                <span className="flex-none text-xs text-ink-muted">{t('swap.place', { seat: codeOf(positionId), week: dayMonth(week) })}</span>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
        <p className="text-xs text-ink-muted">{t('swap.note')}</p>
      </div>
    </Dialog>
  )
}
