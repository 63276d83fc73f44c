import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import type { Station } from '../../../stores/stations.ts'
import { Button } from '../../../ui/button.tsx'
import { StationFields, type Draft } from './station-fields.tsx'

/** The station's row as a form: Enter saves, Esc leaves it as it was. */
export function RenameRow({ station, span, onDone }: { station: Station; span: number; onDone: () => void }) {
  const { t } = useTranslation(['admin', 'common'])
  const [draft, setDraft] = useState<Draft>({ name: station.name, nameFr: station.nameFr ?? '', description: station.description ?? '' })
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || draft.name.trim() === '') return
    setBusy(true)
    const result = await api().stations.update({ id: station.id, ...draft })
    setBusy(false)
    if (result.ok) onDone()
    else setProblem(result.error)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onDone()
  }
  return (
    <tr onKeyDown={onKeyDown}>
      <td colSpan={span} className="border-b border-line bg-chip/40 px-3 py-3">
        <form aria-label={t('stations.renameNamed', { name: station.name })} className="grid grid-cols-[1fr_1fr_1.4fr_auto] items-start gap-3" onSubmit={(event) => void save(event)}>
          <StationFields draft={draft} problem={problem} onChange={setDraft} />
          <span className="mt-6 flex gap-2">
            <Button onPress={onDone}>{t('common:cancel')}</Button>
            <Button type="submit" variant="primary">
              {t('stations.save')}
            </Button>
          </span>
        </form>
        {problem === null || problem.code === 'station_name_taken' ? null : (
          <p role="alert" className="mt-2 text-refused">
            {refusalWords(problem).message} {refusalWords(problem).howToFix}
          </p>
        )}
      </td>
    </tr>
  )
}
