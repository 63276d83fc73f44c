import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEditable, nextEventStates, type EventState } from '../../../../../shared/domain/unit-events.ts'
import { api } from '../../../api.ts'
import { useSchedule } from '../../../stores/schedule.ts'
import { useMay } from '../../../stores/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { openWeek, useWords } from '../schedule-view.ts'
import { useActs } from '../use-acts.ts'
import { Staffing } from './staffing.tsx'
import { toneOfEvent, useEventWords, type UnitEvent } from './event-words.ts'

interface Props {
  readonly eventId: string
  readonly onEdit: (event: UnitEvent) => void
  readonly onClose: () => void
}

/** One event: what, when and where, how it goes on, and who does what. */
export function EventDialog({ eventId, onEdit, onClose }: Props) {
  const { t } = useTranslation('schedule')
  const { statusWords } = useEventWords()
  const { longDate, named } = useWords()
  const changes = useSchedule((state) => state.changes)
  const { value: event, problem } = useFetched(() => api().calendar.event({ eventId }), eventId, [changes])
  if (event === null)
    return (
      <Dialog title={t('event.one')} isOpen onClose={onClose} footer={<Button onPress={onClose}>{t('close')}</Button>}>
        {problem === null ? <p role="status">{t('loading')}</p> : <Refusal of={problem} />}
      </Dialog>
    )
  const facts = [
    ['date', `${longDate(event.eventDate)}${event.startTime === null ? '' : ` · ${event.startTime}${event.endTime === null ? '' : ` – ${event.endTime}`}`}`],
    ['type', event.type === null ? null : named(event.type)],
    ['location', event.location],
    ['organizer', event.organizer],
    ['watch', event.requiresDutyWatch ? t('event.watchYes') : null],
    ['description', event.description],
    ['notes', event.notes],
  ] as const
  return (
    <Dialog
      title={event.title}
      isOpen
      size="lg"
      onClose={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              onClose()
              openWeek(event.eventDate)
            }}
          >
            {t('openWeek')}
          </Button>
          <Button onPress={onClose}>{t('close')}</Button>
        </>
      }
    >
      <div className="grid gap-4 text-ink">
        <dl className="grid grid-cols-[120px_1fr] gap-x-3 gap-y-1.5">
          {facts.map(([key, words]) =>
            words === null ? null : (
              <div key={key} className="contents">
                <dt className="text-ink-muted">{t(`event.field.${key}`)}</dt>
                <dd className="whitespace-pre-line">{words}</dd>
              </div>
            ),
          )}
          <dt className="text-ink-muted">{t('event.statusLabel')}</dt>
          <dd>
            <Chip tone={toneOfEvent[event.status]}>{statusWords(event.status)}</Chip>
          </dd>
        </dl>
        <EventActs event={event} onEdit={onEdit} onClose={onClose} />
        <Staffing event={event} />
      </div>
    </Dialog>
  )
}

/** What cannot be taken back, or ends people's places. */
const grave: readonly EventState[] = ['cancelled', 'completed']

function EventActs({ event, onEdit, onClose }: { event: UnitEvent; onEdit: (event: UnitEvent) => void; onClose: () => void }) {
  const { t } = useTranslation('schedule')
  const { takeOn } = useEventWords()
  const mayPlan = useMay('command')
  const { problem, run } = useActs()
  const [asked, setAsked] = useState<EventState | 'delete' | null>(null)
  if (!mayPlan) return null
  const to = (status: EventState) => api().calendar.setEventStatus({ eventId: event.id, status })
  return (
    <>
      <div role="group" aria-label={t('event.acts')} className="flex flex-wrap gap-2">
        {nextEventStates[event.status].map((status) => (
          <Button key={status} size="sm" variant={grave.includes(status) || status === 'postponed' ? 'plain' : 'primary'} onPress={() => (grave.includes(status) ? setAsked(status) : void run(to(status)))}>
            {takeOn(status)}
          </Button>
        ))}
        {isEditable(event.status) ? (
          <Button size="sm" onPress={() => onEdit(event)}>
            {t('event.change')}
          </Button>
        ) : null}
        {event.status === 'draft' ? (
          <Button size="sm" onPress={() => setAsked('delete')}>
            {t('act.delete')}
          </Button>
        ) : null}
      </div>
      <Refusal of={problem} />
      {asked === null ? null : (
        <ConfirmDialog
          title={asked === 'delete' ? t('event.deleteTitle', { title: event.title }) : t('event.sureTitle', { act: takeOn(asked), title: event.title })}
          text={t(asked === 'delete' ? 'event.deleteText' : 'event.sureText')}
          confirm={asked === 'delete' ? t('act.delete') : takeOn(asked)}
          isGrave={asked !== 'completed'}
          act={() => (asked === 'delete' ? api().calendar.removeEvent({ eventId: event.id }) : to(asked))}
          {...(asked === 'delete' && { onDone: onClose })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
