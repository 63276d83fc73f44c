import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventCategories, type EventCategory } from '../../../../../shared/domain/unit-events.ts'
import { api } from '../../../api.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { EventType } from '../../schedule/events/event-words.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { positionsFrom, positionsText } from './position-lines.ts'

/** A kind of event: what an event of it brings along. */
export function EventTypeDialog({ type, onClose }: { type: EventType | null; onClose: () => void }) {
  const { t } = useTranslation('schedule')
  const [name, setName] = useState(type?.name ?? '')
  const [nameFr, setNameFr] = useState(type?.nameFr ?? '')
  const [category, setCategory] = useState<EventCategory>(type?.category ?? 'other')
  const [minutes, setMinutes] = useState(String(type?.defaultDurationMinutes ?? 120))
  const [requiresDutyWatch, setWatch] = useState(type?.requiresDutyWatch ?? false)
  const [lines, setLines] = useState(positionsText(type?.extraPositions ?? []))
  const [tried, setTried] = useState(false)
  const defaultDurationMinutes = Number(minutes)
  const minutesAreWrong = !Number.isInteger(defaultDurationMinutes) || defaultDurationMinutes < 15 || defaultDurationMinutes > 1440
  const extraPositions = positionsFrom(lines)
  const isGood = name.trim() !== '' && !minutesAreWrong && extraPositions !== null
  const save = () => {
    const fields = { name, nameFr: nameFr.trim() === '' ? null : nameFr, category, defaultDurationMinutes, requiresDutyWatch, extraPositions: extraPositions ?? [] }
    return type === null ? api().calendar.createEventType(fields) : api().calendar.updateEventType({ typeId: type.id, ...fields })
  }
  return (
    <FormDialog title={type === null ? t('kinds.add') : t('holidays.changeNamed', { name: type.name })} onTry={() => setTried(true)} onClose={onClose} save={isGood ? save : null}>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField label={t('holidays.nameEn')} value={name} onChange={setName} error={tried && name.trim() === '' ? t('needed') : undefined} maxLength={100} autoFocus />
        <TextField label={t('holidays.nameFr')} hint={t('holidays.nameFrHint')} value={nameFr} onChange={setNameFr} maxLength={100} />
        <SelectField label={t('kinds.category')} value={category} onChange={setCategory} options={eventCategories.map((one) => [one, t(`event.categories.${one}`)] as const)} />
        <TextField label={t('kinds.minutes')} value={minutes} onChange={setMinutes} inputMode="numeric" error={tried && minutesAreWrong ? t('kinds.minutesHint') : undefined} maxLength={4} />
      </div>
      <CheckField label={t('kinds.watch')} hint={t('event.requiresWatchHint')} isSelected={requiresDutyWatch} onChange={setWatch} />
      <label className="grid gap-1">
        <span className="text-sm font-medium">{t('kinds.positions')}</span>
        <textarea value={lines} onChange={(event) => setLines(event.target.value)} rows={3} maxLength={3000} aria-describedby="kinds-lines" className="rounded-lg border border-line bg-panel px-2.5 py-1.5 font-mono text-sm outline-none focus:border-out" />
        <span id="kinds-lines" className={`text-xs ${tried && extraPositions === null ? 'text-refused' : 'text-ink-muted'}`}>
          {t('kinds.linesHint')}
        </span>
      </label>
    </FormDialog>
  )
}
