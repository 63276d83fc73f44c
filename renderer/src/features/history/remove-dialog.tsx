import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTimes } from '../../ui/time.ts'
import { removalsOf, type Removal } from './chain-problem.ts'
import type { Details } from './movement-words.ts'
import { ReasonField, type ReasonName } from './reason-field.tsx'

const reasons: readonly ReasonName[] = ['wrongPerson', 'notRead']

interface Props {
  readonly details: Details
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Takes a movement that never was out of effect; where one alone would break the order, both ends of a stay. */
export function RemoveDialog({ details, onClose, onDone }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const { moment } = useTimes()
  const form = useId()
  const last = details.chain.at(-1)
  const choices = removalsOf(details, last?.person.displayName ?? '')
  const [chosen, setChosen] = useState<Removal>()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  if (last === undefined) return null
  const what = chosen ?? choices[0]
  const moves: Record<Removal, Pick<typeof last, 'direction' | 'at'> | null> = { one: last, withBefore: details.before, withAfter: details.after }
  const alsoId = what === 'withBefore' ? details.before?.id : what === 'withAfter' ? details.after?.id : undefined
  const isReady = what !== undefined && reason.trim() !== ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isReady) return
    const result = await api().history.remove({ movementId: last.id, ...(alsoId !== undefined && { alsoId }), reason })
    if (result.ok) onDone()
    else setError(refusalLine(result.error))
  }
  return (
    <Dialog
      title={t('remove.title', { name: last.person.displayName })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="danger" isDisabled={!isReady}>
            {t('remove.save')}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-muted">{t('remove.text')}</p>
        <fieldset className="grid gap-1.5">
          <legend className="mb-1 text-sm font-medium">{t('remove.what')}</legend>
          {choices.map((choice) => {
            const move = moves[choice]
            return move === null ? null : (
              <label key={choice} htmlFor={`${form}-${choice}`} className={`flex cursor-pointer items-start gap-3 rounded-lg border px-3 py-2 ${choice === what ? 'border-out bg-out-soft' : 'border-line'}`}>
                <input id={`${form}-${choice}`} type="radio" name="what" className="mt-1" checked={choice === what} onChange={() => {
                    setChosen(choice)
                    setError(undefined)
                  }} />
                {t(`remove.${choice}`, { move: `${t(`common:direction.${move.direction}`)}, ${moment(move.at)}` })}
              </label>
            )
          })}
        </fieldset>
        <ReasonField value={reason} onChange={setReason} choices={reasons} />
        {error === undefined ? null : <Problem>{error}</Problem>}
      </form>
    </Dialog>
  )
}
