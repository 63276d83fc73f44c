import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { useStationName, useStations } from '../../stores/stations.ts'
import { useZone } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useNow, wallDate } from '../../ui/time.ts'
import { WhenField } from '../../ui/when-field.tsx'
import { readWhen, whenAt } from '../../ui/when.ts'
import { linksOf, problemOf } from './chain-problem.ts'
import type { Details } from './movement-words.ts'
import { ReasonField, type ReasonName } from './reason-field.tsx'

const reasons: readonly ReasonName[] = ['wrongTime', 'forgotOut', 'forgotIn', 'wrongPerson', 'notRead']

interface Props {
  readonly details: Details
  readonly onClose: () => void
  readonly onDone: (movementId: string) => void
}

/** Puts another in the place of the movement that stands: direction, time, door, and why. What the order forbids is said as it is typed. */
export function ChangeDialog({ details, onClose, onDone }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const zone = useZone()
  const now = useNow(15_000)
  const stations = useStations((state) => state.stations)
  const stationOf = useStationName()
  const form = useId()
  const last = details.chain.at(-1)
  const [direction, setDirection] = useState(last?.direction ?? 'in')
  const [when, setWhen] = useState(() => whenAt(last?.at ?? now, zone))
  const [station, setStation] = useState(last?.stationId ?? '')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<{ readonly of: string; readonly words: string }>()
  if (last === undefined) return null
  const read = readWhen(when, zone)
  const isChanged = read.ok && (read.at !== last.at || direction !== last.direction || station !== last.stationId)
  const problem = read.ok && isChanged ? problemOf({ name: last.person.displayName, ...linksOf(details), removed: [last.id], added: [{ direction, at: read.at }], now }) : null
  // What was refused of one draft is not said of the next.
  const draft = JSON.stringify([direction, when, station])
  const isReady = read.ok && isChanged && problem === null && reason.trim() !== ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isReady) return
    const result = await api().history.correct({ movementId: last.id, direction, at: read.at, stationId: station, reason })
    if (result.ok) onDone(result.value.movementId)
    else setError({ of: draft, words: refusalLine(result.error) })
  }
  const offered = (stations ?? []).filter(({ id, isActive }) => isActive && id !== last.stationId).map(({ id, name }) => [id, stationOf(id, name)] as const)
  return (
    <Dialog
      title={t('change.title', { name: last.person.displayName })}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!isReady}>
            {t('change.save')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-muted">{t('change.text')}</p>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          <div className="grid gap-1.5">
            <span className="text-sm font-medium">{t('change.direction')}</span>
            <Segments label={t('change.direction')} value={direction} onChange={setDirection} options={(['in', 'out'] as const).map((choice) => [choice, t(`common:direction.${choice}`)] as const)} />
          </div>
          <WhenField label={t('change.when')} value={when} onChange={setWhen} max={wallDate(now, zone)} />
          <div className="min-w-40">
            <SelectField label={t('change.station')} value={station} onChange={setStation} options={[[last.stationId, stationOf(last.stationId, last.stationName)], ...offered]} />
          </div>
        </div>
        <ReasonField value={reason} onChange={setReason} choices={reasons} />
        {problem !== null ? <Problem>{refusalLine(problem)}</Problem> : error?.of === draft ? <Problem>{error.words}</Problem> : null}
      </form>
    </Dialog>
  )
}
