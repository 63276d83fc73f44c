import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { refreshRoll, useMuster } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { Troubles } from '../desk/troubles.tsx'
import { beginAgain } from './acts.ts'
import { Band } from './band.tsx'
import { Report } from './report.tsx'
import { RollCall } from './roll-call.tsx'

/** What covers the whole desk: the roll call of a muster, or its report. */
export function MusterView() {
  const { t } = useTranslation('muster')
  const { starting, startProblem, roll, rollProblem, now } = useMuster()
  const kind = roll?.muster.kind ?? starting ?? now?.open?.kind ?? 'live'
  useEffect(() => {
    document.title = `${t(`kind.${kind}`)} · Sentinel`
  }, [t, kind])
  return (
    <main className="grid h-full grid-rows-[auto_auto_auto_minmax(0,1fr)] bg-ground" data-muster={kind}>
      <Band kind={kind} muster={roll?.muster ?? null} />
      <div>
        <Troubles />
      </div>
      {startProblem !== null ? (
        <div role="alert" className="row-span-2 grid">
          <EmptyState title={`${t('begin.failed')} ${refusalWords(startProblem).message}`} text={`${refusalWords(startProblem).howToFix} ${t('begin.paper')}`} action={<Button onPress={beginAgain}>{t('begin.again')}</Button>} />
        </div>
      ) : roll !== null ? (
        roll.muster.endedAt === null ? (
          <RollCall key={roll.muster.id} roll={roll} />
        ) : (
          <Report roll={roll} />
        )
      ) : rollProblem !== null ? (
        <div className="row-span-2 grid">
          <Failed problem={rollProblem} retry={refreshRoll} />
        </div>
      ) : (
        <p role="status" className="row-span-2 grid place-content-center text-2xl font-semibold">
          {t('begin.freezing')}
        </p>
      )}
    </main>
  )
}
