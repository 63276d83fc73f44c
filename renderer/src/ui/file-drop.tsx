import { FileUp } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  /** What is wanted, and that nothing is written yet. */
  readonly text: string
  /** What the field is called. */
  readonly label: string
  readonly isReading: boolean
  readonly onChoose: (file: File) => void
}

/** A list to import: a button, and the whole field to drop the file on. */
export function FileDrop({ text, label, isReading, onChoose }: Props) {
  const { t } = useTranslation('roll')
  const [over, setOver] = useState(false)
  const choose = (file: File | undefined): void => {
    if (file !== undefined && !isReading) onChoose(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    choose(event.dataTransfer.files[0])
  }
  return (
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
      <p className="max-w-md">{text}</p>
      <label className="relative inline-flex h-[34px] cursor-pointer items-center rounded-lg bg-out px-4 font-semibold text-on-action focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-out">
        {isReading ? t('reading') : t('choose')}
        <input
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={label}
          className="absolute inset-0 cursor-pointer opacity-0"
          disabled={isReading}
          onChange={(event) => {
            choose(event.target.files?.[0])
            // The same file, corrected, must count as chosen again.
            event.target.value = ''
          }}
        />
      </label>
      <p className="text-ink-muted">{t('drop')}</p>
    </div>
  )
}
