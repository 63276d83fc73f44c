import { useTranslation } from 'react-i18next'
import { toggled, type Preview } from './choices.ts'
import { fieldWords, problemWords } from './problem-words.ts'
import { Section } from './section.tsx'

interface Props {
  readonly errors: Preview['errors']
  readonly excluded: ReadonlySet<number>
  readonly onExclude: (rows: ReadonlySet<number>) => void
}

const cell = 'border-t border-line px-2 py-1.5 text-left align-top'

/** Each error with its row as the spreadsheet numbers it, and a tick to leave that row out. */
export function ErrorTable({ errors, excluded, onExclude }: Props) {
  const { t } = useTranslation('members')
  const rows = [...new Set(errors.map(({ row }) => row))]
  const all = rows.every((row) => excluded.has(row))
  return (
    <Section title={t('roll.errors')}>
      {rows.length > 1 ? (
        <label className="mb-2 flex items-center gap-2">
          <input type="checkbox" checked={all} onChange={(event) => onExclude(event.target.checked ? new Set([...excluded, ...rows]) : new Set([...excluded].filter((row) => !rows.includes(row))))} />
          {t('roll.leaveOutAll')}
        </label>
      ) : null}
      <table className="w-full border-collapse">
        <thead>
          <tr>
            {(['row', 'column', 'value', 'problem', 'leaveOut'] as const).map((column) => (
              <th key={column} scope="col" className="label-caps px-2 pb-1 text-left">
                {t(`roll.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, 500).map((error, index) => {
            const { message, howToFix } = problemWords(error)
            const first = errors.findIndex(({ row }) => row === error.row) === index
            return (
              <tr key={index} className={excluded.has(error.row) ? 'text-ink-muted line-through' : ''}>
                <td className={`${cell} font-semibold`}>{error.row}</td>
                <td className={`${cell} whitespace-nowrap`}>{fieldWords(error.field)}</td>
                <td className={`${cell} break-all`}>{error.value}</td>
                <td className={cell}>
                  <span className="text-refused">{message}</span> {howToFix}
                </td>
                <td className={cell}>
                  {first ? <input type="checkbox" aria-label={t('roll.leaveOutRow', { row: error.row })} checked={excluded.has(error.row)} onChange={(event) => onExclude(toggled(excluded, error.row, event.target.checked))} /> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
