import { useTranslation } from 'react-i18next'
import { toggled } from './choices.ts'
import { setChoices, useWizard } from './wizard-store.ts'

/** The tick that leaves a row of the file out. */
export function LeaveOut({ row }: { row: number }) {
  const { t } = useTranslation('roll')
  const excluded = useWizard((state) => state.choices.excludeRows)
  return <input type="checkbox" aria-label={t('leaveOutRow', { row })} checked={excluded.has(row)} onChange={(event) => setChoices({ excludeRows: toggled(excluded, row, event.target.checked) })} />
}
