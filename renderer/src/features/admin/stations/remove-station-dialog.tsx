import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { useStationName, type Station } from '../../../stores/stations.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { whyItStays } from './station-view.ts'

/** Asks before a station is deleted, or says why it cannot be and what to do instead. */
export function RemoveStationDialog({ station, onClose }: { station: Station; onClose: (removed: boolean) => void }) {
  const { t } = useTranslation(['admin', 'common'])
  const nameOf = useStationName()
  const name = nameOf(station.id, station.name)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const why = whyItStays(station)
  const close = (): void => onClose(false)
  const remove = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const result = await api().stations.remove({ id: station.id })
    setBusy(false)
    if (result.ok) onClose(true)
    else setProblem({ ...result.error, details: { ...result.error.details, name } })
  }
  if (why !== null)
    return (
      <Dialog title={t('stations.remove.whyNot', { name })} isOpen onClose={close} size="sm" footer={<Button onPress={close}>{t('common:close')}</Button>}>
        <p className="text-ink">{t(`stations.remove.${why}`)}</p>
      </Dialog>
    )
  return (
    <Dialog
      title={t('stations.remove.title', { name })}
      isOpen
      onClose={close}
      size="sm"
      footer={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button variant="danger" onPress={() => void remove()}>
            {t('stations.remove.confirm')}
          </Button>
        </>
      }
    >
      <div className="grid gap-2 text-ink">
        <p>{t('stations.remove.text')}</p>
        {problem === null ? null : (
          <p role="alert" className="text-refused">
            {refusalWords(problem).message} {refusalWords(problem).howToFix}
          </p>
        )}
      </div>
    </Dialog>
  )
}
