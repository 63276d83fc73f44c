import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyDays, keyScopes } from '../../../../../shared/domain/key-scopes.ts'
import { api } from '../../../api.ts'
import { useStationName, useStations } from '../../../stores/stations.ts'
import { useSystem } from '../../../stores/system.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { MadeKey } from './key-made.tsx'
import { useScopeWords } from './key-words.ts'

const kinds = [...keyScopes, 'rights'] as const
export type KeyKind = (typeof kinds)[number]

interface Props {
  /** Single rights that a key can be given. */
  readonly rights: readonly string[]
  readonly onMade: (made: MadeKey) => void
  readonly onClose: () => void
}

/** Asks where a key will be used and what for; what it may follows from that, and is said. */
export function KeyDialog({ rights, onMade, onClose }: Props) {
  const { t } = useTranslation('gateway')
  const nameOf = useStationName()
  const own = useSystem((state) => state.status?.stationId)
  const stations = useStations((state) => state.stations) ?? []
  const [name, setName] = useState('')
  const [kind, setKind] = useState<KeyKind>('wall')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [stationId, setStationId] = useState(own ?? stations[0]?.id ?? 'desk')
  const [days, setDays] = useState<string>('365')
  const [tried, setTried] = useState(false)
  const scopes = kind === 'rights' ? chosen : [kind]
  const isWhole = name.trim() !== '' && scopes.length > 0
  const make = async () => {
    const result = await api().gateway.createKey({ name: name.trim(), scopes: [...scopes], stationId, days: Number(days) })
    if (result.ok) onMade({ name: name.trim(), kind, key: result.value.key })
    return result
  }
  return (
    <FormDialog title={t('make.title')} confirm={t('make.confirm')} size="wide" onClose={onClose} onTry={() => setTried(true)} save={isWhole ? make : null}>
      <TextField label={t('make.name')} hint={t('make.nameHint')} value={name} onChange={setName} error={tried && name.trim() === '' ? t('make.nameMissing') : undefined} maxLength={100} autoComplete="off" autoFocus />
      <div className="grid gap-1">
        <SelectField label={t('make.kind')} value={kind} onChange={setKind} options={kinds.map((one) => [one, t(`scope.${one}.name`)] as const)} />
        <p className="text-ink-muted">{t(`scope.${kind}.text`)}</p>
      </div>
      {kind === 'rights' ? <RightsField rights={rights} chosen={chosen} onChange={setChosen} problem={tried && chosen.length === 0 ? t('make.rightsMissing') : null} /> : null}
      <div className="grid grid-cols-2 items-start gap-3">
        <SelectField label={t('make.days')} value={days} onChange={setDays} options={keyDays.map((count) => [String(count), t('make.day', { count })] as const)} />
        {kind === 'scan' || kind === 'rights' ? (
          <div className="grid gap-1">
            <SelectField label={t('make.station')} value={stationId} onChange={setStationId} options={stations.map((station) => [station.id, nameOf(station.id)] as const)} />
            <p className="text-xs text-ink-muted">{t('make.stationHint')}</p>
          </div>
        ) : null}
      </div>
    </FormDialog>
  )
}

function RightsField({ rights, chosen, onChange, problem }: { rights: readonly string[]; chosen: readonly string[]; onChange: (chosen: readonly string[]) => void; problem: string | null }) {
  const { t } = useTranslation('gateway')
  const words = useScopeWords()
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm font-medium">{t('make.rights')}</legend>
      <div tabIndex={0} role="region" aria-label={t('make.rights')} className="grid max-h-56 gap-0.5 overflow-y-auto rounded-lg border border-line p-2">
        {rights.map((right) => (
          <label key={right} className="flex cursor-pointer items-start gap-2.5 rounded-md px-1.5 py-1 hover:bg-chip">
            <input type="checkbox" className="mt-0.5 size-4 flex-none accent-(--out)" checked={chosen.includes(right)} onChange={(event) => onChange(event.target.checked ? [...chosen, right] : chosen.filter((other) => other !== right))} />
            {words(right)}
          </label>
        ))}
      </div>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-refused">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
