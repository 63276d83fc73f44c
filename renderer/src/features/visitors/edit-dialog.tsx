import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { sayDone } from '../../stores/undo.ts'
import { closeVisitorDialog, type Visit } from '../../stores/visitors.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { draftOf, faultsOf, toDetails } from './visit-draft.ts'
import { VisitFields } from './visit-fields.tsx'

/** Corrects what was said of a visit, as it stands now and not as a list showed it; times and passes have acts of their own (domain.md 4.8). */
export function EditDialog({ visitId }: { visitId: string }) {
  // Fetched once: whoever else changes it meanwhile is told of by the core, not written over.
  const { value: visit } = useFetched(() => api().visitors.get({ visitId }), visitId)
  return visit === null ? null : <EditForm visit={visit} />
}

function EditForm({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visitors')
  const [draft, setDraft] = useState(() => draftOf({ ...visit, visitType: visit.visitType.code }))
  const [notes, setNotes] = useState(visit.notes ?? '')
  const [tried, setTried] = useState(false)
  const faults = faultsOf(draft)
  const save = async () => {
    const result = await api().visitors.update({ visitId: visit.id, basedOn: visit.updatedAt, ...toDetails(draft), notes: notes.trim() === '' ? null : notes.trim() })
    if (result.ok) sayDone(t('done.changed', { name: result.value.displayName }))
    return result
  }
  return (
    <FormDialog title={t('edit.title', { name: visit.displayName })} size="wide" save={faults.length === 0 ? save : null} onTry={() => setTried(true)} onClose={closeVisitorDialog}>
      <VisitFields draft={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} faults={tried ? faults : []} filled={0} />
      <TextField label={t('field.notes')} value={notes} onChange={setNotes} maxLength={1000} />
    </FormDialog>
  )
}
