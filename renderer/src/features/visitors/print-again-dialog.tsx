import { useTranslation } from 'react-i18next'
import { closeVisitorDialog, type Visit } from '../../stores/visitors.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { savePass } from './print-pass.ts'

/** Somebody may be wearing the first: a second pass is printed only where it is wanted (screens.md 5.5). */
export function PrintAgainDialog({ visit, copy }: { visit: Pick<Visit, 'id' | 'displayName'>; copy: number }) {
  const { t } = useTranslation('visitors')
  return (
    <FormDialog title={t('print.again', { name: visit.displayName })} confirm={t('print.confirm', { copy })} save={() => savePass(visit, true)} onClose={closeVisitorDialog}>
      <p>{t('print.text', { count: copy - 1 })}</p>
      <p className="text-attention">{t('print.says', { copy })}</p>
    </FormDialog>
  )
}
