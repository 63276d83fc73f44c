import { FileUp } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { LatestImport } from './latest-import.tsx'
import { chooseFile, goTo, useWizard } from './wizard-store.ts'

/** A button, and the whole field to drop the file on. */
export function ChooseFile() {
  const { t } = useTranslation('roll')
  const [over, setOver] = useState(false)
  const { busy, opened, preview } = useWizard()
  const reading = busy !== null
  const choose = (file: File | undefined): void => {
    if (file !== undefined && !reading) void chooseFile(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    choose(event.dataTransfer.files[0])
  }
  return (
    <>
      <div
        className={`m-3 grid flex-1 place-content-center justify-items-center gap-3 rounded-lg border border-dashed p-8 text-center ${over ? 'border-out bg-out-soft' : 'border-ink-muted/50'}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp aria-hidden size={32} strokeWidth={1.5} className="text-ink-muted" />
        <p className="max-w-md">{t('chooseText')}</p>
        <label className="relative inline-flex h-[34px] cursor-pointer items-center rounded-lg bg-out px-4 font-semibold text-on-action focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-out">
          {reading ? t('reading') : t('choose')}
          <input
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-label={t('file')}
            className="absolute inset-0 cursor-pointer opacity-0"
            disabled={reading}
            onChange={(event) => {
              choose(event.target.files?.[0])
              // The same file, corrected, must count as chosen again.
              event.target.value = ''
            }}
          />
        </label>
        <p className="text-ink-muted">{t('drop')}</p>
      </div>
      <LatestImport />
      {opened === null ? null : (
        <div className="flex border-t border-line px-3 py-2.5">
          <Button onPress={() => goTo(preview === null ? 'columns' : 'preview')}>{t('back', { fileName: opened.file.fileName })}</Button>
        </div>
      )}
    </>
  )
}
