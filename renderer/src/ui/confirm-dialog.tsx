import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused, Result } from '../../../shared/contract/kit.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'

interface Props {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly isGrave?: boolean
  readonly act: () => Promise<Result<unknown>>
  readonly onDone?: () => void
  readonly onClose: () => void
}

/** Asks before something that others would notice, or that cannot be taken back. */
export function ConfirmDialog({ title, text, confirm, isGrave = false, act, onDone = () => {}, onClose }: Props) {
  const { t } = useTranslation('common')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const result = await act()
    setBusy(false)
    if (!result.ok) return setProblem(result.error)
    onDone()
    onClose()
  }
  return (
    <Dialog
      title={title}
      isOpen
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant={isGrave ? 'danger' : 'primary'} autoFocus onPress={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="grid gap-2 text-ink">
        <p>{text}</p>
        <Refusal of={problem} />
      </div>
    </Dialog>
  )
}
