import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, inElectron } from '../../api.ts'
import { useMay } from '../../stores/session.ts'
import { useSystem, type ReaderStatus } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AddReaderDialog } from './add-reader-dialog.tsx'
import { CalibrateDialog } from './calibrate-dialog.tsx'
import { FramesDialog } from './frames-dialog.tsx'
import { KioskSettingsDialog } from './kiosk-settings-dialog.tsx'
import { ReaderTable } from './reader-table.tsx'
import { RemoveReaderDialog } from './remove-reader-dialog.tsx'
import { SimulatedReader } from './simulated-reader.tsx'

/** In a browser the display is a tab, opened in the press itself, or it would be taken for an unwanted one. */
async function toggleWall(isOpen: boolean): Promise<void> {
  if (isOpen) return void (await api().wall.close({}))
  const tab = inElectron ? null : window.open('about:blank', 'sentinel-wall')
  const result = await api().wall.open({})
  if (tab !== null && result.ok) tab.location.href = `${window.location.origin}/?window=wall`
  else tab?.close()
}

/** Every reader and how it is; what to do where one does not work. */
export function ReadersRoom() {
  const { t } = useTranslation(['readers', 'common'])
  const readers = useSystem((state) => state.readers)
  const dev = useSystem((state) => state.status?.dev === true)
  const wallOpen = useSystem((state) => state.wallOpen)
  const [adding, setAdding] = useState(false)
  const [looking, setLooking] = useState(false)
  const [kiosk, setKiosk] = useState(false)
  const [calibrating, setCalibrating] = useState(false)
  const mayCalibrate = useMay('admin')
  const mayRun = useMay('quartermaster')
  const [removing, setRemoving] = useState<ReaderStatus | null>(null)
  return (
    <div className={`grid h-full gap-3 ${dev ? 'grid-cols-[minmax(0,1fr)_312px]' : ''}`}>
      <section aria-labelledby="readers-title" className="panel">
        <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-2">
          <h1 id="readers-title" className="text-[15px] font-semibold">
            {t('title')}
          </h1>
          <span className="flex flex-wrap gap-2">
            {mayRun ? <Button onPress={() => void toggleWall(wallOpen === true)}>{t(wallOpen === true ? 'wall.close' : 'wall.open')}</Button> : null}
            {mayRun ? <Button onPress={() => setLooking(true)}>{t('frames.open')}</Button> : null}
            {mayRun ? <Button onPress={() => setKiosk(true)}>{t('kiosk.open')}</Button> : null}
            {mayCalibrate ? <Button onPress={() => setCalibrating(true)}>{t('calibrate.open')}</Button> : null}
            <Button variant="primary" onPress={() => setAdding(true)}>
              {t('add')}
            </Button>
          </span>
        </div>
        {readers === null ? (
          <p role="status" className="p-3 text-ink-muted">
            {t('common:loading')}
          </p>
        ) : readers.length === 0 ? (
          <EmptyState title={t('none.title')} text={t('none.text')} action={<Button onPress={() => setAdding(true)}>{t('add')}</Button>} />
        ) : (
          <>
            <ReaderTable readers={readers} onRemove={setRemoving} />
            <p className="border-t border-line px-3 py-2 text-xs text-ink-muted">{t('keyboardNote')}</p>
          </>
        )}
      </section>
      {dev ? <SimulatedReader /> : null}
      {looking ? <FramesDialog onClose={() => setLooking(false)} /> : null}
      {calibrating ? <CalibrateDialog onClose={() => setCalibrating(false)} /> : null}
      {kiosk ? <KioskSettingsDialog onClose={() => setKiosk(false)} /> : null}
      {adding ? <AddReaderDialog onClose={() => setAdding(false)} /> : null}
      {removing === null ? null : <RemoveReaderDialog reader={removing} onClose={() => setRemoving(null)} />}
    </div>
  )
}
