import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { refusalLine } from '../../../i18n/refusal-words.ts'
import { offerUndo, sayRefused } from '../../../stores/undo.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useTimes } from '../../../ui/time.ts'
import { AbsenceDialog, type Absence } from './absence-dialog.tsx'

/** Changes an absence, or takes it back, which may be undone for ten seconds. */
export function AbsenceActs({ absence, onRemoved }: { absence: Absence; onRemoved?: () => void }) {
  const { t } = useTranslation('attendance')
  const { yearDate } = useTimes()
  const [isChanging, setChanging] = useState(false)
  const { id, member, fromDate, toDate, kind, note } = absence
  const named = { name: member.displayName, on: yearDate(fromDate) }
  const again = async (): Promise<void> => {
    const result = await api().training.excuse({ memberId: member.id, fromDate, toDate, kind, note })
    if (!result.ok) sayRefused(refusalLine(result.error))
  }
  const remove = async (): Promise<void> => {
    const result = await api().training.removeAbsence({ absenceId: id })
    if (!result.ok) return sayRefused(refusalLine(result.error))
    offerUndo(null, t('absences.removed', named), undefined, { words: t('absences.undo'), run: () => void again() })
    onRemoved?.()
  }
  return (
    <>
      <IconButton label={t('absences.changeNamed', named)} onPress={() => setChanging(true)}>
        <Pencil aria-hidden size={16} />
      </IconButton>
      <IconButton label={t('absences.remove', named)} onPress={() => void remove()}>
        <Trash2 aria-hidden size={16} />
      </IconButton>
      {isChanging ? <AbsenceDialog absence={absence} onClose={() => setChanging(false)} /> : null}
    </>
  )
}
