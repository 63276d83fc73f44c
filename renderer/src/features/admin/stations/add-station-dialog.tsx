import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { isStationCode, suggestStationCode } from './station-code.ts'

/** Asks for a new station's names and for the code that its movements will carry. */
export function AddStationDialog({ existing, onClose }: { existing: ReadonlySet<string>; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common'])
  const [name, setName] = useState('')
  const [nameFr, setNameFr] = useState('')
  const [description, setDescription] = useState('')
  const [typedId, setTypedId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const id = typedId ?? suggestStationCode(name)
  const refused = (code: string): string | undefined => (problem?.code === code ? `${refusalWords(problem).message} ${refusalWords(problem).howToFix}` : undefined)
  const change = (set: (value: string) => void) => (value: string) => {
    set(value)
    setProblem(null)
  }
  const nameError = tried && name.trim() === '' ? t('stations.form.nameMissing') : refused('station_name_taken')
  const taken = refused('station_code_taken') ?? (existing.has(id) ? t('stations.form.codeTaken') : undefined)
  const codeError = (tried || typedId !== null) && !isStationCode(id) ? t('stations.form.codeInvalid') : taken
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (busy || name.trim() === '' || !isStationCode(id)) return
    setBusy(true)
    const result = await api().stations.create({ id, name, nameFr, description })
    setBusy(false)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={t('stations.form.addTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form="add-station" variant="primary">
            {t('stations.form.submit')}
          </Button>
        </>
      }
    >
      <form id="add-station" className="grid gap-3.5 text-ink" onSubmit={(event) => void submit(event)}>
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField label={t('stations.form.nameEn')} value={name} onChange={change(setName)} error={nameError} maxLength={100} autoFocus />
          <TextField label={t('stations.form.nameFr')} value={nameFr} onChange={change(setNameFr)} hint={t('stations.form.nameFrHint')} maxLength={100} />
        </div>
        <TextField label={t('stations.form.code')} value={id} onChange={change(setTypedId)} hint={t('stations.form.codeHint')} error={codeError} maxLength={50} />
        <TextField label={t('stations.form.description')} value={description} onChange={change(setDescription)} hint={t('stations.form.descriptionHint')} maxLength={500} />
        {problem === null || problem.code === 'station_name_taken' || problem.code === 'station_code_taken' ? null : (
          <p role="alert" className="text-refused">
            {refusalWords(problem).message} {refusalWords(problem).howToFix}
          </p>
        )}
      </form>
    </Dialog>
  )
}
