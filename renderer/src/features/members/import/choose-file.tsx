import { FileUp } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

/** A button, and the whole field to drop the file on. */
export function ChooseFile({ busy, onChoose }: { busy: boolean; onChoose: (file: File) => void }) {
  const { t } = useTranslation('members')
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) onChoose(file)
  }
  return (
    <div
      className={`m-4 grid flex-1 place-content-center justify-items-center gap-3 rounded-lg border-2 border-dashed p-8 text-center ${over ? 'border-out bg-out-soft' : 'border-line'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden size={40} strokeWidth={1.5} className="text-ink-muted" />
      <p className="max-w-md text-ink-muted">{t('roll.chooseText')}</p>
      <label className="relative inline-flex h-[34px] cursor-pointer items-center rounded-lg bg-out px-4 font-semibold text-on-action focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-out">
        {busy ? t('roll.reading') : t('roll.choose')}
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-label={t('roll.file')}
          className="absolute inset-0 cursor-pointer opacity-0"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) onChoose(file)
            // The same file, corrected, must count as chosen again.
            event.target.value = ''
          }}
        />
      </label>
      <p className="text-ink-muted">{t('roll.drop')}</p>
    </div>
  )
}
