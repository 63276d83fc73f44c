import { useTranslation } from 'react-i18next'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { french } from './draft.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly valueFr: string | null
  readonly onChange: (value: string, valueFr: string | null) => void
  readonly error?: string | undefined
  readonly maxLength: number
  /** More than one line. */
  readonly rows?: number
}

/** The same words in both official languages, side by side; the French may be left blank. */
export function BothLanguages({ label, value, valueFr, onChange, error, maxLength, rows }: Props) {
  const { t } = useTranslation('dutyLog')
  const english = { label, value, onChange: (text: string) => onChange(text, valueFr), maxLength, error }
  const other = { label: t('edit.french', { label }), value: valueFr ?? '', onChange: (text: string) => onChange(value, french(text)), maxLength }
  return <div className="grid min-w-0 grid-cols-2 gap-2.5">{rows === undefined ? <><TextField {...english} autoComplete="off" /><TextField {...other} autoComplete="off" /></> : <><TextAreaField {...english} rows={rows} /><TextAreaField {...other} rows={rows} /></>}</div>
}
