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
  /** Endings and types of the files to choose from; a list of people where nothing is said. */
  readonly accept?: string
  /** Among other fields, in place of a page of its own. */
  readonly isSmall?: boolean
}

const lists = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file from outside: a button, and the whole field to drop the file on. */
export function FileDrop({ text, label, isReading, onChoose, accept = lists, isSmall = false }: Props) {
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
      className={`grid place-content-center justify-items-center rounded-lg border border-dashed text-center ${isSmall ? 'gap-1.5 p-4' : 'm-3 flex-1 gap-3 p-8'} ${over ? 'border-out bg-out-soft' : 'border-ink-muted/50'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden size={isSmall ? 22 : 32} strokeWidth={1.5} className="text-ink-muted" />
      <p className="max-w-md">{text}</p>
      <label className="relative inline-flex h-[34px] cursor-pointer items-center rounded-lg bg-out px-4 font-semibold text-on-action focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-out">
        {isReading ? t('reading') : t('choose')}
        <input
          type="file"
          accept={accept}
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
