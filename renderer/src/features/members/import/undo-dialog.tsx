import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { undoImport } from './wizard-store.ts'

interface Props {
  readonly importId: string
  readonly fileName: string
  readonly onClose: () => void
}

/** Asks before the roll goes back to what it was; says by name who stands in the way. */
export function UndoDialog({ importId, fileName, onClose }: Props) {
  const { t } = useTranslation(['roll', 'common'])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ message: string; howToFix: string }>()
  const undo = async (): Promise<void> => {
    setBusy(true)
    const refused = await undoImport(importId)
    setBusy(false)
    if (refused === undefined) return onClose()
    setProblem(refusalWords(refused))
  }
  return (
    <Dialog
      title={t('undo.title', { fileName })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t(problem === undefined ? 'common:cancel' : 'common:close')}</Button>
          {problem === undefined ? (
            <Button variant="danger" isDisabled={busy} onPress={() => void undo()}>
              {busy ? t('undo.working') : t('undo.go')}
            </Button>
          ) : null}
        </>
      }
    >
      {problem === undefined ? (
        <p>{t('undo.text')}</p>
      ) : (
        <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          <b className="font-semibold">{problem.message}</b> {problem.howToFix}
        </p>
      )}
    </Dialog>
  )
}
