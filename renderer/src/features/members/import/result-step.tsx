import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { CountList } from '../../../ui/count-list.tsx'
import { UndoDialog } from './undo-dialog.tsx'
import { closeWizard, openWizard, useWizard } from './wizard-store.ts'

const resultKeys = ['added', 'updated', 'unchanged', 'deactivated', 'divisionsCreated', 'listItemsCreated', 'excluded', 'qualificationsGranted', 'qualificationsRevoked'] as const
const undoneKeys = ['removed', 'restored', 'divisionsRemoved', 'divisionsKept', 'listItemsRemoved'] as const

/** What was done, and the way back. */
export function ResultStep() {
  const { t } = useTranslation('roll')
  const { result, undone, opened } = useWizard()
  const [undoing, setUndoing] = useState(false)
  return (
    <div className="grid flex-1 content-center justify-items-center gap-5 overflow-auto p-8">
      <p role="status" className={`text-xl font-semibold ${undone === null ? 'text-in' : ''}`}>
        {undone === null ? `✓ ${t('done')}` : t('undo.done')}
      </p>
      <div className="w-96">
        {undone !== null ? <CountList counts={undoneKeys.map((key) => [t(`undone.${key}`), undone[key]])} /> : result !== null ? <CountList counts={resultKeys.map((key) => [t(`result.${key}`), result[key]])} /> : null}
      </div>
      <div className="flex gap-3">
        {result === null ? <Button onPress={openWizard}>{t('another')}</Button> : <Button onPress={() => setUndoing(true)}>{t('undo.this')}</Button>}
        <Button variant="primary" autoFocus onPress={closeWizard}>
          {t('finish')}
        </Button>
      </div>
      {undoing && result !== null ? <UndoDialog importId={result.importId} fileName={opened?.file.fileName ?? ''} onClose={() => setUndoing(false)} /> : null}
    </div>
  )
}
