import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { backups } from '../../../../../shared/contract/backups.ts'
import { api } from '../../../api.ts'
import { useSystem } from '../../../stores/system.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useTimes } from '../../../ui/time.ts'
import { PinField } from '../../accounts/pin-fields.tsx'

type Preview = OutputOf<typeof backups.preview>

export interface Chosen {
  readonly madeAt: string
  /** On this PC. */
  readonly name?: string
  /** Away, and sealed. */
  readonly path?: string
}

/** The way back: what is in it and what would be lost, then a word and a PIN, then a new start. */
export function RestoreDialog({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const { t } = useTranslation(['backups', 'common'])
  const { moment } = useTimes()
  const host = useSystem((state) => state.status?.host)
  const [passphrase, setPassphrase] = useState('')
  const [preview, setPreview] = useState<Preview | null>(null)
  const [word, setWord] = useState('')
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [isDone, setDone] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const source = chosen.path === undefined ? ({ place: 'here', name: chosen.name ?? '' } as const) : ({ place: 'away', path: chosen.path, passphrase } as const)
  const isReady = preview === null ? chosen.path === undefined || passphrase !== '' : word.trim().toUpperCase() === t('restore.word') && pin !== ''
  const next = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || !isReady) return
    setBusy(true)
    setProblem(null)
    if (preview === null) {
      const result = await api().backups.preview({ source })
      if (result.ok) setPreview(result.value)
      else setProblem(result.error)
    } else {
      const result = await api().backups.restore({ source, pin })
      if (result.ok) setDone(true)
      else setProblem(result.error)
    }
    setBusy(false)
  }
  const confirm = preview === null ? t(busy ? 'restore.looking' : 'restore.look') : t(busy ? 'restore.going' : 'restore.go')
  return (
    <Dialog
      title={t('restore.title', { at: moment(chosen.madeAt) })}
      isOpen
      size="wide"
      onClose={busy ? () => {} : onClose}
      footer={
        isDone ? (
          <Button onPress={onClose}>{t('common:close')}</Button>
        ) : (
          <>
            <Button isDisabled={busy} onPress={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" form="restore-form" variant={preview === null ? 'primary' : 'danger'} isDisabled={busy || !isReady}>
              {confirm}
            </Button>
          </>
        )
      }
    >
      {isDone ? (
        <p role="status">{t(host === 'electron' ? 'restore.done' : 'restore.doneBrowser')}</p>
      ) : (
        <form id="restore-form" className="grid gap-3 text-ink" onSubmit={(event) => void next(event)}>
          {preview === null ? <p>{t('restore.first')}</p> : null}
          {preview === null ? chosen.path === undefined ? null : <TextField label={t('restore.passphrase')} value={passphrase} onChange={setPassphrase} autoComplete="off" autoFocus /> : <Comparison preview={preview} />}
          {preview === null ? null : (
            <>
              <p>{t('restore.safety')}</p>
              <TextField label={t('restore.type', { word: t('restore.word') })} value={word} onChange={setWord} autoComplete="off" />
              <PinField label={t('restore.pin')} value={pin} onChange={setPin} />
            </>
          )}
          <Refusal of={problem} />
        </form>
      )}
    </Dialog>
  )
}

function Comparison({ preview: { backup, desk, lost, otherDesk } }: { preview: Preview }) {
  const { t } = useTranslation('backups')
  const { moment, locale } = useTimes()
  const count = new Intl.NumberFormat(locale)
  const latest = (at: string | null): string => (at === null ? t('restore.noMovement') : moment(at))
  const rows = [
    [t('restore.members'), count.format(backup.members), count.format(desk.members)],
    [t('restore.movements'), count.format(backup.movements), count.format(desk.movements)],
    [t('restore.latest'), latest(backup.latestMovementAt), latest(desk.latestMovementAt)],
  ] as const
  const said = otherDesk || lost === null ? t('restore.otherDesk') : lost.acts === 0 ? t('restore.lostNothing') : t('restore.lost', { movements: lost.movements, count: lost.acts })
  return (
    <>
      <table className="w-full border-collapse">
        <thead>
          <tr className="label-caps border-b border-line text-left">
            <th scope="col">{t('restore.what')}</th>
            <th scope="col">{t('restore.holds')}</th>
            <th scope="col">{t('restore.desk')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ofBackup, ofDesk]) => (
            <tr key={name} className="h-8 border-b border-line">
              <th scope="row" className="text-left font-medium">
                {name}
              </th>
              <td className="tabular-nums">{ofBackup}</td>
              <td className="tabular-nums">{ofDesk}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="font-semibold text-attention">{said}</p>
    </>
  )
}
