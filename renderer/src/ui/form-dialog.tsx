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
  /** A second button that sends as well, for whoever has another one to write; `onSaved` in place of closing. */
  readonly again?: { readonly words: string; readonly onSaved: () => void }
  readonly isGrave?: boolean
  readonly size?: ComponentProps<typeof Dialog>['size']
  readonly children: ReactNode
}

/** A few fields that are sent as a whole; what the core refuses is said below them. */
export function FormDialog({ title, save, onTry, onClose, confirm, again, isGrave = false, size = 'md', children }: Props) {
  const { t } = useTranslation('common')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useId()
  const send = async (onSaved: () => void): Promise<void> => {
    onTry?.()
    if (save === null || busy) return
    setBusy(true)
    const result = await save()
    setBusy(false)
    setProblem(result.ok ? null : result.error)
    if (result.ok) onSaved()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send(onClose)
  }
  return (
    <Dialog
      title={title}
      isOpen
      size={size}
      onClose={onClose}
      footer={
        <>
          {/* Where no field asks for it, the focus is on what can be done without harm. */}
          <Button data-first={isGrave || undefined} onPress={onClose}>
            {t('cancel')}
          </Button>
          {again === undefined ? null : (
            <Button isDisabled={busy} onPress={() => void send(again.onSaved)}>
              {again.words}
            </Button>
          )}
          <Button type="submit" form={form} data-first={!isGrave || undefined} variant={isGrave ? 'danger' : 'primary'} isDisabled={busy}>
            {confirm ?? t('save')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-3 text-ink" onSubmit={submit}>
        {children}
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}
