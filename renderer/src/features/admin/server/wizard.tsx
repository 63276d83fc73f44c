import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { isOwnStationCode } from '../../../../../shared/domain/station-code.ts'
import { api } from '../../../api.ts'
import { useSystem } from '../../../stores/system.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { isFilledIn, noAddress, urlOf } from './address.ts'
import { AddressStep } from './address-step.tsx'
import { ConfirmStep, type Confirmation } from './confirm-step.tsx'
import { wayFor, type Found } from './found.ts'
import { FoundStep } from './found-step.tsx'

type Step = 'address' | 'found' | 'confirm' | 'done'
const steps: readonly Step[] = ['address', 'found', 'confirm']

/** The way to a server: its address, what was found there, what will happen; then a new start. */
export function ServerWizard({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation(['server', 'common'])
  const host = useSystem((state) => state.status?.host)
  const [step, setStep] = useState<Step>('address')
  const [address, setAddress] = useState(noAddress)
  const [found, setFound] = useState<Found | null>(null)
  const [given, setGiven] = useState<Confirmation>({ station, typed: '', pin: '' })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const way = found === null ? null : wayFor(found)
  const isReady = { address: isFilledIn(address), found: way !== null, confirm: found !== null && isOwnStationCode(given.station) && given.typed.trim() === found.database && given.pin !== '', done: true }[step]

  const go = (to: Step): void => {
    setProblem(null)
    setTried(false)
    setStep(to)
  }
  const next = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (busy || !isReady) return
    if (step === 'found') return go('confirm')
    setBusy(true)
    setProblem(null)
    if (step === 'address') {
      const result = await api().server.check({ url: urlOf(address) })
      if (result.ok) {
        setFound(result.value)
        // Another PC has this code there: who joins chooses one of their own.
        if (result.value.desk?.stations.includes(station) === true) setGiven((before) => (before.station === station ? { ...before, station: '' } : before))
        go('found')
      } else setProblem(result.error)
    } else if (way !== null) {
      const result = await api().server.plan({ way, url: urlOf(address), station: given.station, pin: given.pin })
      if (result.ok) {
        // Not kept in a window a moment longer than it is needed.
        setAddress(noAddress)
        setGiven({ station, typed: '', pin: '' })
        go('done')
      } else setProblem(result.error)
    }
    setBusy(false)
  }

  const title = step === 'done' ? t('wizard.done.title') : step === 'confirm' && found !== null ? t(way === 'to' ? 'wizard.confirm.toTitle' : 'wizard.confirm.joinTitle', { server: `${found.host}/${found.database}` }) : t(step === 'found' ? 'wizard.found.title' : 'wizard.address.title')
  const confirm = step === 'address' ? t(busy ? 'wizard.address.going' : 'wizard.address.go') : step === 'found' ? t('wizard.found.next') : busy ? t('wizard.confirm.going') : t(way === 'to' ? 'wizard.confirm.goTo' : 'wizard.confirm.goJoin')
  return (
    <Dialog
      title={t('wizard.title')}
      isOpen
      size="wide"
      onClose={busy ? () => {} : onClose}
      footer={
        step === 'done' ? (
          <Button onPress={onClose}>{t('common:close')}</Button>
        ) : (
          <>
            <Button isDisabled={busy} onPress={onClose}>
              {t('common:cancel')}
            </Button>
            {step === 'address' ? null : (
              <Button isDisabled={busy} onPress={() => go(step === 'confirm' ? 'found' : 'address')}>
                {t('wizard.back')}
              </Button>
            )}
            {step === 'found' && way === null ? null : (
              <Button type="submit" form="server-wizard" variant={step === 'confirm' ? 'danger' : 'primary'} isDisabled={busy || (step === 'confirm' && !isReady)}>
                {confirm}
              </Button>
            )}
          </>
        )
      }
    >
      <form id="server-wizard" className="grid gap-3 text-ink" onSubmit={(event) => void next(event)}>
        <StepHeading key={step} count={step === 'done' ? null : t('wizard.step', { step: steps.indexOf(step) + 1 })} takesFocus={step !== 'address'}>
          {title}
        </StepHeading>
        {step === 'address' ? <AddressStep address={address} onChange={setAddress} tried={tried} /> : null}
        {step === 'found' && found !== null ? <FoundStep found={found} /> : null}
        {step === 'confirm' && found !== null && way !== null ? <ConfirmStep way={way} found={found} given={given} onChange={setGiven} /> : null}
        {step === 'done' ? <p role="status">{t(host === 'electron' ? 'wizard.done.electron' : 'wizard.done.browser')}</p> : null}
        <Refusal of={problem} />
      </form>
    </Dialog>
  )
}

/** Where in the wizard somebody is; read aloud when they come there. */
function StepHeading({ count, takesFocus, children }: { count: string | null; takesFocus: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <h3 ref={heading} tabIndex={-1} className="grid font-semibold wrap-break-word outline-none">
      {count === null ? null : <span className="label-caps">{count}</span>}
      {children}
    </h3>
  )
}
