import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isStaffable, isStaffed, type StaffingState } from '../../../../../shared/domain/unit-events.ts'
import { api } from '../../../api.ts'
import { useMay, useSession } from '../../../stores/session.ts'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { PersonPicker } from '../person-picker.tsx'
import { EmptyPlace, Place } from '../place.tsx'
import { useWords } from '../schedule-view.ts'
import { useActs } from '../use-acts.ts'
import type { UnitEvent } from './event-words.ts'
import { PositionDialog } from './position-dialog.tsx'

type Position = UnitEvent['positions'][number]
type PlaceAct = 'unassign' | 'confirmOwn' | 'declineOwn'
type Asked = { readonly ask: 'person' | 'position' | 'remove'; readonly position: Position } | { readonly ask: 'newPosition' }

/** The positions of an event and who is on them. */
export function Staffing({ event }: { event: UnitEvent }) {
  const { t } = useTranslation('schedule')
  const { named } = useWords()
  const may = useMay('command') && isStaffable(event.status)
  const own = useSession((state) => state.state?.session?.memberId)
  const { problem, run } = useActs()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = (): void => setAsked(null)
  const actsOn = (memberId: string, status: StaffingState) => {
    const mine = memberId === own && isStaffable(event.status) && status !== 'released'
    return [
      ...(mine && status !== 'confirmed' ? [{ key: 'confirmOwn' as const, words: t('mine.confirm') }] : []),
      ...(mine && status !== 'declined' ? [{ key: 'declineOwn' as const, words: t('event.decline') }] : []),
      ...(may && isStaffed(status) ? [{ key: 'unassign' as const, words: t('event.unassign'), isGrave: true }] : []),
    ]
  }
  const act = (assignmentId: string, what: PlaceAct): void => {
    if (what === 'unassign') void run(api().calendar.unassign({ assignmentId }))
    else void run(api().calendar.respond({ assignmentId, response: what === 'confirmOwn' ? 'confirmed' : 'declined' }))
  }
  return (
    <section aria-labelledby="event-staffing" className="grid gap-2">
      <div className="flex items-center gap-3">
        <h3 id="event-staffing" className="flex-1 font-semibold">
          {t('event.staffing')}
        </h3>
        {may ? (
          <Button size="sm" onPress={() => setAsked({ ask: 'newPosition' })}>
            {t('event.addPosition')}
          </Button>
        ) : null}
      </div>
      <Refusal of={problem} />
      {event.positions.length === 0 ? (
        <p className="text-ink-muted">{t('event.noPositions')}</p>
      ) : (
        <ul className="rounded-lg border border-line">
          {event.positions.map((position) => {
            const staffed = position.assignments.filter(({ status }) => isStaffed(status)).length
            const label = named(position)
            const places = Array.from({ length: Math.max(0, position.maxSlots - staffed) }, (_, index) => `${position.id} ${index}`)
            return (
              <li key={position.id} className="grid min-h-[35px] grid-cols-[180px_minmax(0,1fr)_auto] items-start gap-2 border-b border-line px-2 py-1 last:border-b-0">
                <span className="pt-1">
                  <b className="text-xs text-ink-muted">{position.code}</b> {label}
                </span>
                <div className="grid gap-0.5">
                  {position.assignments.map(({ id, member, status, isVolunteer }) => (
                    <Place
                      key={id}
                      control={`event ${id}`}
                      name={member.displayName}
                      status={status === 'confirmed' ? 'confirmed' : status === 'assigned' ? 'assigned' : 'released'}
                      about={[t(`event.place.${status}`), ...(isVolunteer ? [t('event.volunteer')] : [])].join(' · ')}
                      warnings={[]}
                      acts={actsOn(member.id, status)}
                      onAct={(what) => act(id, what)}
                    />
                  ))}
                  {places.map((control) => (
                    <EmptyPlace key={control} control={control} isRequired={false} label={t('event.assignTo', { position: label })} onAssign={may ? () => setAsked({ ask: 'person', position }) : null} />
                  ))}
                </div>
                {may ? (
                  <ActionMenu
                    label={t('event.moreOf', { position: label })}
                    acts={[{ key: 'position' as const, words: t('event.changePosition') }, ...(staffed === 0 ? [{ key: 'remove' as const, words: t('event.removePosition'), isGrave: true }] : [])]}
                    onAct={(ask) => setAsked({ ask, position })}
                    className="grid size-[27px] place-items-center font-bold"
                  >
                    <span aria-hidden>⋯</span>
                  </ActionMenu>
                ) : (
                  <span />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {asked?.ask === 'person' ? (
        <PersonPicker
          title={t('event.pick', { position: named(asked.position), title: event.title })}
          seat={{ of: 'event', positionId: asked.position.id }}
          onChoose={async ({ id: memberId }) => {
            const result = await api().calendar.assign({ positionId: asked.position.id, memberId })
            return result.ok ? null : result.error
          }}
          onClose={close}
        />
      ) : null}
      {asked?.ask === 'newPosition' ? <PositionDialog eventId={event.id} position={null} onClose={close} /> : null}
      {asked?.ask === 'position' ? <PositionDialog eventId={event.id} position={asked.position} onClose={close} /> : null}
      {asked?.ask === 'remove' ? (
        <ConfirmDialog title={t('event.removePositionTitle', { position: named(asked.position) })} text={t('event.removePositionText')} confirm={t('event.removePosition')} isGrave act={() => api().calendar.removePosition({ positionId: asked.position.id })} onClose={close} />
      ) : null}
    </section>
  )
}
