import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import type { ReaderStatus } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Says what is lost and what is not, and asks. */
export function RemoveReaderDialog({ reader, onClose }: { reader: ReaderStatus; onClose: () => void }) {
  const { t } = useTranslation(['readers', 'common'])
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const remove = async (): Promise<void> => {
    setBusy(true)
    const result = await api().readers.remove({ id: reader.id })
    setBusy(false)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={t('removeTitle')}
      isOpen
      onClose={onClose}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="danger" isDisabled={busy} onPress={() => void remove()}>
            {t('remove')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 text-ink">
        <p>{t('removeText', { name: reader.name })}</p>
        {problem === null ? null : (
          <p role="alert" className="text-refused">
            {refusalWords(problem).message} {refusalWords(problem).howToFix}
          </p>
        )}
      </div>
    </Dialog>
  )
}
