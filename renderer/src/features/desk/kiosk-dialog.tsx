import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { api, inElectron } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { mayNow, useSession } from '../../stores/session.ts'
import { useStationName, useStations } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { openDialog } from '../accounts/dialog-store.ts'

interface KioskDialogState {
  readonly isOpen: boolean
  /** Asks for the code, or closes the kiosk that is open. */
  toggle(): void
}
export const useKioskDialog = create<KioskDialogState>((set) => ({
  isOpen: false,
  toggle: () => {
    const { kioskOpen } = useSystem.getState()
    if (!mayNow(kioskOpen ? 'lockup' : 'quartermaster')) openDialog(useSession.getState().state?.session?.locked === true ? 'unlock' : 'signIn')
    else if (kioskOpen) void api().kiosk.leave({})
    else set({ isOpen: true })
  },
}))

export function KioskDialog() {
  const { t } = useTranslation(['desk', 'common'])
  const isOpen = useKioskDialog((state) => state.isOpen)
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const form = useId()
  const nameOf = useStationName()
  const own = useSystem((state) => state.status?.stationId) ?? ''
  const doors = useStations((state) => state.stations)?.filter(({ isActive }) => isActive) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const door = chosen ?? own
  const isOwn = door === own
  const close = (): void => {
    setCode('')
    setError(undefined)
    useKioskDialog.setState({ isOpen: false })
  }
  const open = async (): Promise<void> => {
    // The tab is opened in the press itself, or the browser would take it for an unwanted one.
    const tab = inElectron ? null : window.open('about:blank', isOwn ? 'sentinel-kiosk' : `sentinel-kiosk-${door}`)
    const result = await api().kiosk.open({ ...(code !== '' && { exitCode: code }), ...(!isOwn && { stationId: door }) })
    if (result.ok) {
      if (tab !== null) tab.location.href = `${window.location.origin}/?window=kiosk${isOwn ? '' : `&station=${door}`}`
      close()
      return
    }
    tab?.close()
    const { message, howToFix } = refusalWords(result.error)
    setError(`${message} ${howToFix}`)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) void open()
  }
  const ready = code === '' || /^\d{6,12}$/.test(code)
  return (
    <Dialog
      title={t('kiosk.title')}
      isOpen={isOpen}
      onClose={close}
      size="sm"
      footer={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!ready}>
            {t('kiosk.open')}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-ink-muted">
        {t('kiosk.text')} {inElectron ? '' : t('kiosk.browser')}
      </p>
      <form id={form} onSubmit={submit} className="grid gap-3">
        {doors.length > 1 ? <SelectField label={t('kiosk.door')} value={door} onChange={setChosen} options={doors.map(({ id }) => [id, nameOf(id)] as const)} /> : null}
        <TextField label={t('kiosk.code')} value={code} onChange={(value) => setCode(value.replace(/\D/g, '').slice(0, 12))} error={error} hint={t('kiosk.codeHint')} inputMode="numeric" autoFocus type="password" autoComplete="off" />
      </form>
    </Dialog>
  )
}
