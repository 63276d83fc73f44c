import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { useSchedule } from '../../../stores/schedule.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { useWords } from '../schedule-view.ts'
import { draftOf, fieldsOf, isGood, problemOf, withStart, withType, type EventDraft } from './event-draft.ts'
import type { UnitEvent } from './event-words.ts'

interface Props {
  /** Null = a new one. */
  readonly event: UnitEvent | null
  readonly date: string
  readonly onSaved: (eventId: string) => void
  readonly onClose: () => void
}

/** Plans or changes an event. Half-filled, it asks before it goes. */
export function EventForm({ event, date, onSaved, onClose }: Props) {
  const { t } = useTranslation('schedule')
  const { named } = useWords()
  const changes = useSchedule((state) => state.changes)
  const { value } = useFetched(() => api().calendar.eventTypes({}), '', [changes])
  const [before] = useState(() => draftOf(event, date))
  const [draft, setDraft] = useState(before)
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const types = value?.types ?? []
  const type = types.find(({ id }) => id === draft.typeId)
  const put = (next: EventDraft): void => {
    setDraft(next)
    setProblem(null)
  }
  const isChanged = JSON.stringify(draft) !== JSON.stringify(before)
  const leave = (): void => (isChanged && !leaving ? setLeaving(true) : onClose())
  const submit = async (sent: FormEvent): Promise<void> => {
    sent.preventDefault()
    setTried(true)
    if (!isGood(draft)) return
    const fields = fieldsOf(draft)
    if (event === null) {
      const result = await api().calendar.createEvent(fields)
      return result.ok ? onSaved(result.value.eventId) : setProblem(result.error)
    }
    const result = await api().calendar.updateEvent({ eventId: event.id, basedOn: event.updatedAt, ...fields })
    return result.ok ? onSaved(event.id) : setProblem(result.error)
  }
  const text = (field: 'title' | 'eventDate' | 'startTime' | 'endTime' | 'location' | 'organizer' | 'description' | 'notes', more: { hint?: string; autoFocus?: boolean; maxLength?: number } = {}) => {
    const wrong = tried ? problemOf(draft, field) : undefined
    return <TextField key={field} label={t(`event.field.${field}`)} value={draft[field]} onChange={(next) => put(field === 'startTime' ? withStart(draft, next, type) : { ...draft, [field]: next })} error={wrong === undefined ? undefined : t(`event.problem.${wrong}`)} autoComplete="off" maxLength={200} {...more} />
  }
  return (
    <Dialog
      title={event === null ? t('event.plan') : t('event.changeTitle', { title: event.title })}
      isOpen
      size="lg"
      onClose={leave}
      footer={
        leaving ? (
          <div role="alertdialog" aria-label={t('unsaved')} className="flex w-full items-center gap-2">
            <span className="flex-1 font-semibold text-attention">{t('unsaved')}</span>
            <Button autoFocus onPress={() => setLeaving(false)}>
              {t('goOn')}
            </Button>
            <Button variant="danger" onPress={onClose}>
              {t('discard')}
            </Button>
          </div>
        ) : (
          <>
            <Button onPress={leave}>{t('cancel')}</Button>
            <Button type="submit" form="unit-event" variant="primary">
              {t(event === null ? 'event.planIt' : 'save')}
            </Button>
          </>
        )
      }
    >
      <form id="unit-event" className="grid gap-3.5 text-ink" onSubmit={(sent) => void submit(sent)}>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          {text('title', { autoFocus: true })}
          <SelectField label={t('event.field.type')} value={draft.typeId} onChange={(id) => put(withType(draft, types.find((one) => one.id === id)))} options={[['', t('event.noType')], ...types.map((one) => [one.id, named(one)] as const)]} />
        </div>
        <div className="grid items-start gap-3 sm:grid-cols-3">
          {text('eventDate', { hint: t('event.dateHint') })}
          {text('startTime', { hint: t('event.timeHint') })}
          {text('endTime', { hint: t('event.endHint') })}
        </div>
        <CheckField label={t('event.requiresWatch')} hint={t('event.requiresWatchHint')} isSelected={draft.requiresDutyWatch} onChange={(requiresDutyWatch) => put({ ...draft, requiresDutyWatch })} />
        <div className="grid items-start gap-3 sm:grid-cols-2">
          {text('location')}
          {text('organizer')}
        </div>
        {text('description', { maxLength: 2000 })}
        {text('notes', { maxLength: 2000 })}
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
