import { Play } from 'lucide-react'
import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { kioskPaces, KioskSettingsSchema, soundKinds, type KioskSettings, type SoundKind } from '../../../../shared/domain/kiosk-settings.ts'
import { api } from '../../api.ts'
import { playTone } from '../../sound/player.ts'
import type { Tone } from '../../stores/kiosk.ts'
import { useStationName, useStations } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RangeField } from '../../ui/range-field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useFetched } from '../../ui/use-fetched.ts'

const tones: Record<SoundKind, Tone> = { in: 'in', out: 'out', attention: 'notice', error: 'refused' }

/** How the kiosk of each station sounds, when it is quiet, and how long its cards stay (issue 5.4; screens.md 5.1, W-25). */
export function KioskSettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['readers', 'common'])
  const nameOf = useStationName()
  const stations = useStations((state) => state.stations)?.filter(({ isActive }) => isActive) ?? []
  const own = useSystem((state) => state.status?.stationId)
  const [chosen, setChosen] = useState<string | null>(null)
  const stationId = chosen ?? own ?? ''
  const { value: stored, problem, retry } = useFetched(() => api().kiosk.settings({ stationId }), stationId)
  const [draft, setDraft] = useState<KioskSettings | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [saved, setSaved] = useState(false)
  const form = useId()
  const settings = draft ?? stored?.settings ?? null
  const isRight = settings !== null && v.is(KioskSettingsSchema, settings)
  const put = (changes: Partial<KioskSettings>): void => {
    if (settings !== null) setDraft({ ...settings, ...changes })
    setSaved(false)
  }
  const choose = (id: string): void => {
    setChosen(id)
    setDraft(null)
    setRefused(null)
    setSaved(false)
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isRight || stored === null) return
    const result = await api().kiosk.updateSettings({ stationId, basedOn: stored.version, settings })
    setRefused(result.ok ? null : result.error)
    setSaved(result.ok)
    if (!result.ok) return
    setDraft(null)
    retry()
  }
  return (
    <Dialog
      title={t('kiosk.title')}
      isOpen
      size="wide"
      onClose={onClose}
      footer={
        <>
          <span role="status" className="mr-auto text-in">
            {saved ? t('kiosk.saved') : ''}
          </span>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!isRight || draft === null}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4 text-ink" onSubmit={(event) => void save(event)}>
        <SelectField label={t('kiosk.station')} value={stationId} onChange={choose} options={stations.map(({ id }) => [id, nameOf(id)] as const)} />
        {settings === null ? null : <Fields settings={settings} put={put} />}
        <Refusal of={refused ?? problem} />
      </form>
    </Dialog>
  )
}

function Fields({ settings: { pace, rushScans, volumes, quiet }, put }: { settings: KioskSettings; put: (changes: Partial<KioskSettings>) => void }) {
  const { t } = useTranslation('readers')
  const time = (field: 'from' | 'to') => <TimeField label={t(`kiosk.${field}`)} value={quiet[field]} onChange={(value) => put({ quiet: { ...quiet, [field]: value } })} error={v.is(KioskSettingsSchema.entries.quiet.entries[field], quiet[field]) ? undefined : t('kiosk.badTime')} />
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-semibold">{t('kiosk.pace')}</legend>
        <div className="flex flex-wrap items-end gap-4">
          <Segments label={t('kiosk.pace')} value={pace} onChange={(value) => put({ pace: value })} options={kioskPaces.map((option) => [option, t(`kiosk.paces.${option}`)] as const)} />
        </div>
        <p className="text-xs text-ink-muted">{t(`kiosk.paceText.${pace}`)}</p>
        {pace === 'automatic' ? <NumberField label={t('kiosk.rush')} value={rushScans} onChange={(value) => put({ rushScans: value })} error={v.is(KioskSettingsSchema.entries.rushScans, rushScans) ? undefined : t('kiosk.badRush')} /> : null}
      </fieldset>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 text-sm font-semibold">{t('kiosk.sounds')}</legend>
        {soundKinds.map((kind) => (
          <RangeField key={kind} label={t(`kiosk.sound.${kind}`)} value={volumes[kind]} onChange={(value) => put({ volumes: { ...volumes, [kind]: value } })}>
            <Button aria-label={t('kiosk.testNamed', { sound: t(`kiosk.sound.${kind}`) })} onPress={() => void playTone(tones[kind], volumes[kind] / 100)}>
              <Play aria-hidden size={14} /> {t('kiosk.test')}
            </Button>
          </RangeField>
        ))}
        <p className="text-xs text-ink-muted">{t('kiosk.soundsText')}</p>
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-1.5 text-sm font-semibold">{t('kiosk.quiet')}</legend>
        <CheckField label={t('kiosk.quietOn')} isSelected={quiet.isOn} onChange={(isOn) => put({ quiet: { ...quiet, isOn } })} />
        {quiet.isOn ? (
          <>
            <div className="grid grid-cols-2 gap-4">
              {time('from')}
              {time('to')}
            </div>
            <RangeField label={t('kiosk.quietVolume')} value={quiet.percent} onChange={(percent) => put({ quiet: { ...quiet, percent } })} />
          </>
        ) : null}
      </fieldset>
    </>
  )
}
