import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { PersonPicker, type SeatAsked } from './person-picker.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import type { RosterAct } from './roster-card.tsx'
import { useWords, type Assignment, type DutyRole, type DutySeat, type DutyWeek, type Override, type Roster } from './schedule-view.ts'
import { SwapDialog } from './swap-dialog.tsx'
import { useActs } from './use-acts.ts'

/** Where something is done: a duty of a week. */
export interface Spot {
  readonly week: DutyWeek
  readonly role: DutyRole
  readonly roster: Roster
}
export type AssignmentAct = 'change' | 'swap' | 'confirm' | 'unconfirm' | 'release' | 'restore' | 'remove' | 'note'

type Asked =
  | { readonly ask: 'person'; readonly title: string; readonly seat: SeatAsked; readonly control: string; readonly choose: (memberId: string, name: string) => Promise<Refused | null> }
  | { readonly ask: 'swap'; readonly spot: Spot; readonly assignment: Assignment }
  | { readonly ask: 'publish' | 'revert' | 'delete' | 'rosterNote'; readonly spot: Spot }
  | { readonly ask: 'note'; readonly assignment: Assignment }

interface Props {
  /** The weeks that are shown: whom to swap with. */
  readonly weeks: readonly DutyWeek[]
  readonly onDone: (control: string, words: string) => void
}

/** Everything that can be done with the weeks shown, and the dialogs that it takes. */
export function useWeekActs({ weeks, onDone }: Props) {
  const { t } = useTranslation('schedule')
  const { named, dayMonth, weekdayDay } = useWords()
  const { problem, run, forget } = useActs()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = (): void => setAsked(null)

  /** A roster that nobody has begun is begun by putting somebody on it. */
  const scheduleOf = async ({ roster, role, week }: Spot): Promise<string | null> => {
    if (roster.scheduleId !== null) return roster.scheduleId
    const result = await api().schedule.createRoster({ role: role.code, date: week.weekStart })
    if (result.ok) return result.value.scheduleId
    await run(Promise.resolve(result))
    return null
  }

  function assign(spot: Spot, seat: DutySeat | null, control: string): void {
    forget()
    const of = seat?.code ?? named(spot.role)
    setAsked({
      ask: 'person',
      title: t('picker.title', { seat: of, week: dayMonth(spot.week.weekStart) }),
      seat: { of: 'roster', role: spot.role.code, date: spot.week.weekStart, positionId: seat?.id ?? null },
      control,
      choose: async (memberId, name) => {
        const scheduleId = await scheduleOf(spot)
        if (scheduleId === null) return null
        const result = await api().schedule.assign({ scheduleId, positionId: seat?.id ?? null, memberId })
        if (result.ok) onDone(control, t('done.assigned', { name, seat: of }))
        return result.ok ? null : result.error
      },
    })
  }

  function onAssignment(spot: Spot, assignment: Assignment, act: AssignmentAct, control: string): void {
    forget()
    const { id: assignmentId, positionId, member } = assignment
    const seat = spot.role.positions.find(({ id }) => id === positionId)
    const of = seat?.code ?? named(spot.role)
    const status = { confirm: 'confirmed', unconfirm: 'assigned', release: 'released', restore: 'assigned' } as const
    if (act === 'swap') setAsked({ ask: 'swap', spot, assignment })
    else if (act === 'note') setAsked({ ask: 'note', assignment })
    else if (act === 'remove') void run(api().schedule.removeAssignment({ assignmentId })).then((refusal) => refusal ?? onDone(control, t('done.removed', { name: member.displayName, seat: of })))
    else if (act === 'change')
      setAsked({
        ask: 'person',
        title: t('picker.change', { name: member.displayName, seat: of }),
        seat: { of: 'roster', role: spot.role.code, date: spot.week.weekStart, positionId },
        control,
        choose: async (memberId, name) => {
          const result = await api().schedule.reassign({ assignmentId, memberId })
          if (result.ok) onDone(control, t('done.assigned', { name, seat: of }))
          return result.ok ? null : result.error
        },
      })
    else void run(api().schedule.updateAssignment({ assignmentId, status: status[act] })).then((refusal) => refusal ?? onDone(control, t(`done.${act}`, { name: member.displayName })))
  }

  function onRoster(spot: Spot, act: RosterAct): void {
    forget()
    const { roster, role, week } = spot
    const words = { role: named(role), week: dayMonth(week.weekStart) }
    const control = `begin ${week.weekStart} ${role.code}`
    if (act === 'begin') void run(api().schedule.createRoster({ role: role.code, date: week.weekStart })).then((refusal) => refusal ?? onDone(`${week.weekStart} ${role.positions[0]?.id ?? ''} 0`, t('done.begun', words)))
    else if (act === 'copy') void copy(spot, control)
    else if (act === 'publish' && roster.missing.length === 0 && roster.warnings.length === 0) void run(api().schedule.publish({ scheduleId: roster.scheduleId ?? '' })).then((refusal) => refusal ?? onDone(control, t('done.published', words)))
    else setAsked({ ask: act === 'note' ? 'rosterNote' : act, spot })
  }

  async function copy({ role, week }: Spot, control: string): Promise<void> {
    const result = await api().schedule.copyRoster({ role: role.code, date: week.weekStart })
    await run(Promise.resolve(result))
    if (result.ok) onDone(control, [t('done.copied', { count: result.value.copied }), ...(result.value.leftOut.length > 0 ? [t('done.leftOut', { names: result.value.leftOut.join(', ') })] : [])].join(' '))
  }

  /** Somebody for one night: instead of another, or besides. */
  function forNight(spot: Spot, seat: DutySeat, night: string, base: { readonly id: string; readonly displayName: string } | null, control: string): void {
    forget()
    const on = weekdayDay(night)
    setAsked({
      ask: 'person',
      title: base === null ? t('picker.night', { seat: seat.code, on }) : t('picker.instead', { name: base.displayName, seat: seat.code, on }),
      seat: { of: 'night', date: night, positionId: seat.id },
      control,
      choose: async (memberId, name) => {
        const scheduleId = await scheduleOf(spot)
        if (scheduleId === null) return null
        const common = { scheduleId, nightDate: night, positionId: seat.id, memberId }
        const result = await api().schedule.addOverride(base === null ? { kind: 'add', ...common } : { kind: 'replace', ...common, baseMemberId: base.id })
        if (result.ok) onDone(control, t('done.night', { name, seat: seat.code, on }))
        return result.ok ? null : result.error
      },
    })
  }
  const notThisNight = (spot: Spot, seat: DutySeat, night: string, base: { readonly id: string; readonly displayName: string }, control: string): void => {
    forget()
    void run(api().schedule.addOverride({ kind: 'remove', scheduleId: spot.roster.scheduleId ?? '', nightDate: night, positionId: seat.id, baseMemberId: base.id })).then((refusal) => refusal ?? onDone(control, t('done.notThisNight', { name: base.displayName, on: weekdayDay(night) })))
  }
  const takeBack = (override: Pick<Override, 'id'>, control: string): void => {
    forget()
    void run(api().schedule.removeOverride({ overrideId: override.id })).then((refusal) => refusal ?? onDone(control, t('done.takenBack')))
  }

  function dialog(): ReactNode {
    if (asked === null) return null
    if (asked.ask === 'person') return <PersonPicker title={asked.title} seat={asked.seat} onChoose={({ id, displayName }) => asked.choose(id, displayName)} onClose={close} />
    if (asked.ask === 'swap') return <SwapDialog {...asked} weeks={weeks} onClose={close} onDone={(words) => onDone('', words)} />
    if (asked.ask === 'note') return <NoteDialog title={t('note.of', { name: asked.assignment.member.displayName })} notes={asked.assignment.notes} onSave={(notes) => api().schedule.updateAssignment({ assignmentId: asked.assignment.id, notes })} onClose={close} />
    const { spot } = asked
    const words = { role: named(spot.role), week: dayMonth(spot.week.weekStart) }
    const scheduleId = spot.roster.scheduleId ?? ''
    if (asked.ask === 'rosterNote') return <NoteDialog title={t('note.ofRoster', words)} notes={spot.roster.notes} onSave={(notes) => api().schedule.updateRoster({ scheduleId, notes })} onClose={close} />
    if (asked.ask === 'publish') return <PublishDialog spot={spot} onClose={close} onDone={() => onDone('', t('done.published', words))} />
    const isRevert = asked.ask === 'revert'
    return (
      <ConfirmDialog
        title={t(isRevert ? 'revert.title' : 'remove.title', words)}
        text={t(isRevert ? 'revert.text' : 'remove.text')}
        confirm={t(isRevert ? 'act.revert' : 'act.delete')}
        isGrave={!isRevert}
        act={() => (isRevert ? api().schedule.revertToDraft({ scheduleId }) : api().schedule.removeRoster({ scheduleId }))}
        onDone={() => onDone('', t(isRevert ? 'done.reverted' : 'done.deleted', words))}
        onClose={close}
      />
    )
  }

  return { problem, dialog: dialog(), assign, onAssignment, onRoster, forNight, notThisNight, takeBack }
}
