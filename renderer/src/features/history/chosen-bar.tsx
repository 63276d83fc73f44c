import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../shared/contract/kit.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { sayDone } from '../../stores/undo.ts'
import { Button } from '../../ui/button.tsx'

interface Props {
  readonly count: number
  /** What is asked of the person. */
  readonly children: ReactNode
  readonly isReady: boolean
  readonly save: string
  readonly run: () => Promise<Result<unknown>>
  /** What is said once it is done. */
  readonly done: string
  readonly onDone: () => void
}

/** One act for all who are chosen: it is done for all of them or, with the reason said, for none. */
export function ChosenBar({ count, children, isReady, save, run, done, onDone }: Props) {
  const { t } = useTranslation('history')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isReady || busy) return
    setBusy(true)
    const result = await run()
    setBusy(false)
    if (!result.ok) return setError(refusalLine(result.error))
    sayDone(done)
    onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-2 border-t border-line bg-out-soft px-3 py-2">
      {error === undefined ? null : (
        <p role="alert" className="text-refused">
          {error}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-4">
        <b role="status" className="mt-8">
          {t('missed.chosen', { count })}
        </b>
        {children}
        <span className="mt-6 flex gap-2">
          <Button onPress={onDone}>{t('missed.none')}</Button>
          <Button type="submit" variant="primary" isDisabled={!isReady || busy}>
            {save}
          </Button>
        </span>
      </div>
    </form>
  )
}
