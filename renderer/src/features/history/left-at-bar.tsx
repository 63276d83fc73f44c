import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { api } from '../../api.ts'
import { useSystem } from '../../stores/system.ts'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { toTimeOfDay } from '../../ui/time-of-day.ts'
import { ChosenBar } from './chosen-bar.tsx'
import type { Missed } from './use-missed.ts'

interface Props {
  readonly chosen: readonly Missed[]
  readonly onDone: () => void
}

/** “Left at …, note” for all who are chosen, each on their own operational day (screens.md P0-4). */
export function LeftAtBar({ chosen, onDone }: Props) {
  const { t } = useTranslation('history')
  const unit: UnitTime | undefined = useSystem((state) => state.status?.unit)
  const [time, setTime] = useState('')
  const [note, setNote] = useState('')
  const clock = toTimeOfDay(time)
  const count = chosen.length
  const movements = unit === undefined || clock === null ? [] : chosen.flatMap(({ checkout, operationalDate }) => (checkout === null ? [] : [{ movementId: checkout.movementId, at: instantOf(operationalDate, clock, unit).toISOString() }]))
  return (
    <ChosenBar count={count} isReady={movements.length > 0 && note.trim() !== ''} save={t('missed.save', { count })} done={t('missed.done', { count })} run={() => api().history.correctMany({ movements, reason: note })} onDone={onDone}>
      <div className="w-72">
        <TimeField label={t('missed.leftAt')} value={time} onChange={setTime} hint={t('missed.leftAtHint')} error={time === '' || clock !== null ? undefined : t('when.problem.time')} />
      </div>
      <div className="min-w-48 flex-1">
        <TextField label={t('missed.note')} value={note} onChange={(text) => setNote(text.slice(0, 500))} />
      </div>
    </ChosenBar>
  )
}
