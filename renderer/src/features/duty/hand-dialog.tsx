import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { closeDuty, type HandKind } from './dialog-store.ts'
import { useHand } from './use-hand.ts'

type Step = 'choose' | 'badges' | 'override'

/** A responsibility changes hands: who receives it, and the badges of both; without them an administrator or the DDS says why (W-7). */
export function HandDialog({ hand }: { hand: HandKind }) {
  const { t } = useTranslation(['duty', 'common'])
  const { candidates, open, problem, give, ask } = useHand(hand)
  const [step, setStep] = useState<Step>('choose')
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const mayOverride = useMay('adminOrDds')
  const proof = useDuty((state) => state.proof)
  const to = candidates?.find(({ id }) => id === chosen) ?? candidates?.find(({ isExpected }) => isExpected) ?? (candidates?.length === 1 ? candidates[0] : undefined)

  const finish = async (why?: string): Promise<void> => {
    if (to !== undefined && (await give(to.id, why))) close()
  }
  const close = (): void => {
    if (step === 'badges') void api().proofs.cancel({})
    useDuty.setState({ proof: null })
    closeDuty()
  }
  const toBadges = async (): Promise<void> => {
    if (to !== undefined && (await ask(to.id))) setStep('badges')
  }
  // Everybody has shown their badge: the act follows by itself.
  useEffect(() => {
    if (step === 'badges' && proof?.state === 'complete') void finish()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [step, proof?.state])

  const buttons =
    hand === 'set' ? (
      <Button variant="primary" isDisabled={to === undefined} onPress={() => void finish()}>
        {t('hand.set')}
      </Button>
    ) : step === 'override' ? (
      <Button variant="danger" isDisabled={reason.trim() === ''} onPress={() => void finish(reason)}>
        {t('hand.override')}
      </Button>
    ) : (
      <>
        {mayOverride ? (
          <Button isDisabled={to === undefined} onPress={() => setStep('override')}>
            {t('hand.without')}
          </Button>
        ) : null}
        <Button variant="primary" isDisabled={to === undefined || (step === 'badges' && proof?.state === 'waiting')} onPress={() => void toBadges()}>
          {step === 'badges' ? t('hand.again') : t('hand.next')}
        </Button>
      </>
    )
  return (
    <Dialog
      title={t(`hand.${hand}`)}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          {buttons}
        </>
      }
    >
      <div className="grid gap-3">
        <Refusal of={problem} />
        {candidates === null ? null : candidates.length === 0 ? (
          <p>{t('hand.nobody')}</p>
        ) : (
          <SelectField
            label={t('hand.to')}
            value={to?.id ?? ''}
            onChange={setChosen}
            options={[['', t('hand.choose')], ...candidates.map(({ id, displayName, numberTail, isExpected }) => [id, `${displayName} · …${numberTail}${isExpected ? ` · ${t('hand.expected')}` : ''}`] as const)]}
          />
        )}
        {open.some(({ count }) => count > 0) ? (
          <div>
            <h3 className="label-caps">{t('hand.openItems')}</h3>
            <ul className="list-inside list-disc">
              {open.filter(({ count }) => count > 0).map(({ kind, count }) => (
                <li key={kind}>{kind === 'alerts' ? t('hand.open.alerts', { count }) : t('hand.open.badges', { count })}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {step === 'override' ? <TextField label={t('hand.reason')} value={reason} onChange={setReason} maxLength={500} autoFocus /> : null}
        {step === 'badges' && proof !== null ? (
          <div role="status">
            <p>{proof.state === 'expired' ? t('hand.expired') : t('hand.badges')}</p>
            <ul className="mt-2 grid gap-1">
              {proof.people.map(({ id, displayName, proven }) => (
                <li key={id} className={`flex justify-between gap-3 rounded-lg border px-3 py-2 ${proven ? 'border-in bg-in-soft text-in' : 'border-attention bg-attention-soft text-attention'}`}>
                  <b className="font-semibold">{displayName}</b>
                  <span>{proven ? `✓ ${t('hand.proven')}` : t('hand.waiting')}</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
