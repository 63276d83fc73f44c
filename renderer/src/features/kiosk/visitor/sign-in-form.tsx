import { CalendarDays, CircleEllipsis, Landmark, Medal, User, UserPlus, Users, Wrench } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { recruitmentSteps } from '../../../../../shared/domain/visits.ts'
import { api, onlyStation } from '../../../api.ts'
import { playTone } from '../../../sound/player.ts'
import { usePreferences } from '../../../stores/preferences.ts'
import type { DoneWords } from './done-card.tsx'
import { EventStep } from './event-step.tsx'
import { FieldsStep } from './fields-step.tsx'
import { HostStep } from './host-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { StepFrame } from './step-frame.tsx'
import { TileStep } from './tile-step.tsx'
import { useVisitSentences } from './visit-sentences.ts'
import { emptyVisit, fieldsOf, lacksAt, reasons, stepsOf, toVisit, type KioskVisit, type Step } from './visit-steps.ts'

const icons = { recruitment: UserPlus, contract: Wrench, event: CalendarDays, museum: Landmark, meeting: Users, other: CircleEllipsis } as const
const plateField = ['plate'] as const

/** A visitor signs in by themselves (screens.md 1.5, P0-3). What was said stays when they go back. */
export function SignInForm({ onDone, onCancel }: { onDone: (done: DoneWords) => void; onCancel: () => void }) {
  const { t } = useTranslation('kioskVisitor')
  const { whereTo } = useVisitSentences()
  const deskLanguage = usePreferences((state) => state.language)
  const [visit, setVisit] = useState(emptyVisit)
  const [step, setStep] = useState<Step>('reason')
  const [writesPlate, setWritesPlate] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  // One for the whole form: pressed twice, or again after a lost answer, it is still one visit.
  const [requestId] = useState(() => crypto.randomUUID())
  const steps = stepsOf(visit)
  const at = steps.indexOf(step)

  const change = (given: Partial<KioskVisit>): void => setVisit((before) => ({ ...before, ...given }))
  const next = (given: Partial<KioskVisit> = {}): void => {
    change(given)
    const all = stepsOf({ ...visit, ...given })
    setStep(all[all.indexOf(step) + 1] ?? step)
  }
  const back = (): void => {
    setProblem(null)
    if (writesPlate) setWritesPlate(false)
    else setStep(steps[at - 1] ?? step)
  }
  const signIn = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const result = await api().visitors.signIn({ requestId, ...toVisit(visit, t('reason.museum', { lng: deskLanguage })), ...(onlyStation !== null && { stationId: onlyStation }) })
    setBusy(false)
    void playTone(result.ok ? 'in' : 'refused')
    if (result.ok) onDone({ title: t('done.in'), text: whereTo(visit, result.value) })
    else setProblem(result.error)
  }
  const written = fieldsOf(step, visit)
  return (
    <StepFrame title={t(`title.${writesPlate ? 'plate' : step}`)} count={visit.reason === null ? null : { at: at + 1, of: steps.length }} onBack={at > 0 ? back : null} onCancel={onCancel}>
      {step === 'reason' ? <TileStep tiles={reasons.map((id) => ({ id, words: t(`reason.${id}`), Icon: icons[id] }))} chosen={visit.reason} onChoose={(id) => next({ reason: reasons.find((reason) => reason === id) ?? null })} /> : null}
      {step === 'recruitment' ? <TileStep tiles={recruitmentSteps.map((id) => ({ id, words: t(`recruitment.${id}`) }))} chosen={visit.recruitmentStep} onChoose={(id) => next({ recruitmentStep: recruitmentSteps.find((each) => each === id) ?? null })} /> : null}
      {step === 'service' ? (
        <TileStep
          tiles={[
            { id: 'civilian', words: t('service.civilian'), Icon: User },
            { id: 'military', words: t('service.military'), Icon: Medal },
          ]}
          chosen={visit.isMilitary === null ? null : visit.isMilitary ? 'military' : 'civilian'}
          onChoose={(id) => next({ isMilitary: id === 'military' })}
        />
      ) : null}
      {step === 'host' ? <HostStep text={visit.hostText} onText={(hostText) => change({ hostText })} onChoose={(host) => next({ host })} /> : null}
      {step === 'event' ? <EventStep visit={visit} onChange={change} onNext={next} /> : null}
      {step === 'about' || step === 'identity' || step === 'contract' ? <FieldsStep key={step} fields={written} visit={visit} lacks={lacksAt(step, visit)} onChange={change} onNext={next} /> : null}
      {step !== 'review' ? null : writesPlate ? (
        <FieldsStep fields={plateField} visit={visit} lacks={[]} onChange={change} onNext={() => setWritesPlate(false)} />
      ) : (
        <ReviewStep visit={visit} busy={busy} problem={problem} onPlate={() => setWritesPlate(true)} onSignIn={() => void signIn()} />
      )}
    </StepFrame>
  )
}
