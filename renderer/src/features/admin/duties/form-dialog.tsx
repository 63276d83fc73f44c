import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused, Result } from '../../../../../shared/contract/kit.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'

interface Props {
  readonly title: string
  /** What is sent, or null while something is still wrong. */
  readonly save: (() => Promise<Result<unknown>>) | null
  /** Told at the first try, so that what is wrong is said only then. */
  readonly onTry: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A few fields that are saved as a whole; what the core refuses is said below them. */
export function FormDialog({ title, save, onTry, onClose, children }: Props) {
  const { t } = useTranslation('schedule')
  const [problem, setProblem] = useState<Refused | null>(null)
  const form = useId()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    onTry()
    if (save === null) return
    const result = await save()
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-3 text-ink" onSubmit={(event) => void submit(event)}>
        {children}
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
