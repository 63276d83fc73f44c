import { DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../../shared/contract/visitors.ts'
import { api, onlyStation } from '../../../api.ts'
import { refusalLine } from '../../../i18n/refusal-words.ts'
import { playTone } from '../../../sound/player.ts'
import { useVisitors } from '../../../stores/visitors.ts'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { BigButton } from '../big-button.tsx'
import type { DoneWords } from './done-card.tsx'
import { StepFrame } from './step-frame.tsx'

type Leaving = OutputOf<typeof visitors.leaving>['people'][number]

/** A visitor signs out by themselves: found by initials, for nobody's name is shown here (screens.md 5.3, W-8). */
export function LeavingForm({ onDone, onCancel }: { onDone: (done: DoneWords) => void; onCancel: () => void }) {
  const { t } = useTranslation(['kioskVisitor', 'common'])
  const { time } = useTimes()
  const changes = useVisitors((state) => state.changes)
  const { value, problem } = useFetched(() => api().visitors.leaving({}), 'leaving', [changes])
  const [chosen, setChosen] = useState<Leaving | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)

  const signOut = async ({ visitId, passLabel }: Leaving, passReturned: boolean): Promise<void> => {
    setBusy(true)
    const result = await api().visitors.signOut({ visitId, passReturned, ...(onlyStation !== null && { stationId: onlyStation }) })
    setBusy(false)
    void playTone(result.ok ? 'out' : 'refused')
    if (result.ok) onDone({ title: t('done.out'), text: [passLabel !== null && passReturned ? t('done.outPass', { label: passLabel }) : '', t('done.outText')].filter(Boolean) })
    else {
      setRefused(result.error)
      setChosen(null)
    }
  }
  const factsOf = ({ since, passLabel }: Leaving): string => [t('leaving.since', { time: time(since) }), passLabel === null ? '' : t('leaving.pass', { label: passLabel })].filter(Boolean).join(' · ')

  if (chosen !== null) {
    return (
      <StepFrame title={t('leaving.confirm')} onBack={() => setChosen(null)} onCancel={onCancel}>
        <div className="grid flex-1 content-center gap-2 text-center">
          <p className="text-7xl font-bold">{chosen.initials}</p>
          <p className="text-3xl">{factsOf(chosen)}</p>
        </div>
        <div className="grid flex-none gap-3 pb-2">
          {chosen.passLabel === null ? (
            <BigButton isMain isFirst disabled={busy} onPress={() => void signOut(chosen, true)}>
              {t('leaving.yes')}
            </BigButton>
          ) : (
            <>
              <BigButton isMain isFirst disabled={busy} onPress={() => void signOut(chosen, true)}>
                {t('leaving.withPass')}
              </BigButton>
              <BigButton disabled={busy} onPress={() => void signOut(chosen, false)}>
                {t('leaving.keepsPass')}
              </BigButton>
            </>
          )}
          <BigButton onPress={() => setChosen(null)}>{t('leaving.no')}</BigButton>
        </div>
      </StepFrame>
    )
  }
  // The refusal of one who has gone names them, and nobody is named here.
  const said = refused?.code === 'visit_ended' || refused?.code === 'visit_unknown' ? t('leaving.gone') : (refused ?? problem) === null ? null : refusalLine((refused ?? problem) as Refused)
  return (
    <StepFrame title={t('leaving.title')} onCancel={onCancel}>
      {said === null ? null : (
        <p role="alert" className="flex-none rounded-xl border-2 border-refused bg-refused-soft px-5 py-3 text-xl/snug text-refused">
          {said}
        </p>
      )}
      {value === null && problem === null ? <p className="text-2xl">{t('common:loading')}</p> : null}
      {value !== null && value.people.length === 0 ? (
        <div className="grid flex-1 place-content-center justify-items-center gap-3 text-center">
          <DoorOpen aria-hidden size={96} strokeWidth={1.4} className="text-visitor" />
          <p className="text-4xl/tight font-bold">{t('leaving.none')}</p>
          <p className="text-2xl/snug text-ink-muted text-pretty">{t('leaving.noneText')}</p>
        </div>
      ) : null}
      {value !== null && value.people.length > 0 ? (
        <>
          <p className="flex-none text-2xl/snug">{t('leaving.text')}</p>
          <ul className="-m-1 grid min-h-0 flex-1 auto-rows-min grid-cols-3 gap-3 overflow-y-auto p-1">
            {value.people.map((person) => (
              <li key={person.visitId} className="grid">
                <button
                  type="button"
                  onClick={() => {
                    setRefused(null)
                    setChosen(person)
                  }}
                  className="grid min-h-24 cursor-pointer content-center gap-1 rounded-2xl border-2 border-line bg-ground px-5 py-3 text-left"
                >
                  <b className="text-4xl/tight">{person.initials}</b>
                  <span className="text-lg/tight">{factsOf(person)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </StepFrame>
  )
}
