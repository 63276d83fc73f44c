import { useId, useState, type ComponentProps, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused, Result } from '../../../shared/contract/kit.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'

interface Props {
  readonly title: string
  /** What is sent, or null while something is still wrong. */
  readonly save: (() => Promise<Result<unknown>>) | null
  /** Told at the first try, so that what is wrong is said only then. */
  readonly onTry?: () => void
  readonly onClose: () => void
  /** The word for it, where it is not “Save”. */
  readonly confirm?: string
  readonly isGrave?: boolean
  readonly size?: ComponentProps<typeof Dialog>['size']
  readonly children: ReactNode
}

/** A few fields that are sent as a whole; what the core refuses is said below them. */
export function FormDialog({ title, save, onTry, onClose, confirm, isGrave = false, size = 'md', children }: Props) {
  const { t } = useTranslation('common')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useId()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    onTry?.()
    if (save === null || busy) return
    setBusy(true)
    const result = await save()
    setBusy(false)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  return (
    <Dialog
      title={title}
      isOpen
      size={size}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant={isGrave ? 'danger' : 'primary'} isDisabled={busy}>
            {confirm ?? t('save')}
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
