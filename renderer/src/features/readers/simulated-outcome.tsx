import { useTranslation } from 'react-i18next'
import type { OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { dev } from '../../../../shared/contract/dev.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useStationName } from '../../stores/stations.ts'
import { DirectionMark } from '../../ui/direction-mark.tsx'
import { useTimes } from '../../ui/time.ts'

type Scan = OutputOf<typeof dev.scan>

/** Nothing went wrong and nobody moved: no mark. */
const calm: readonly Scan['outcome'][] = ['duplicate', 'badge_enrolled', 'sign_in_badge', 'badge_proof', 'reader_test', 'lockup_held', 'muster_safe', 'drill_safe']
const kindOf = ({ direction, outcome }: Scan): 'in' | 'out' | 'refused' | null => (calm.includes(outcome) ? null : (direction ?? 'refused'))

/** What the core answered, in words. */
export function SimulatedOutcome({ answer }: { answer: Result<Scan> | null }) {
  const { t } = useTranslation(['readers', 'outcomes'])
  const { seconds } = useTimes()
  return (
    <div role="status" className="flex min-h-14 items-center gap-3 border-b border-line px-3 py-2">
      {answer === null ? (
        <p className="text-ink-muted">{t('simulated.nothingYet')}</p>
      ) : answer.ok ? (
        <Answer scan={answer.value} at={seconds(answer.value.at)} />
      ) : (
        <p className="text-refused">
          <b className="font-semibold">{refusalWords(answer.error).message}</b> {refusalWords(answer.error).howToFix}
        </p>
      )}
    </div>
  )
}

function Answer({ scan, at }: { scan: Scan; at: string }) {
  const { t } = useTranslation('outcomes')
  const stationOf = useStationName()
  const kind = kindOf(scan)
  return (
    <>
      {kind === null ? null : <DirectionMark kind={kind} />}
      <p className="min-w-0 flex-1">
        <b className="block truncate font-semibold">{scan.person === null ? t(`outcome.${scan.outcome}.title`) : scan.person.displayName}</b>
        <span className="block text-xs text-ink-muted">
          {scan.person === null ? `…${scan.serialTail}` : t(`outcome.${scan.outcome}.title`)} · {stationOf(scan.stationId, scan.stationName)} · {at}
        </span>
        {scan.notes.map((note) => (
          <span key={note} className="block text-xs text-attention">
            {t(`note.${note}`)}
          </span>
        ))}
      </p>
    </>
  )
}
