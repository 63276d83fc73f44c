import { ClipboardList, FileText, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MusterKind } from '../../../../shared/domain/muster.ts'
import { stepAside, type MusterSummary } from '../../stores/muster.ts'
import { useNow, useTimes } from '../../ui/time.ts'
import { stopwatch } from './stopwatch.ts'

interface Props {
  readonly kind: MusterKind
  /** Null while it is being begun. */
  readonly muster: MusterSummary | null
}

/** What this is, in words and in a colour of its own: an emergency, or a drill that is none. */
export function Band({ kind, muster }: Props) {
  const { t } = useTranslation('muster')
  const { time, moment } = useTimes()
  const now = useNow(1000)
  const ended = muster?.endedAt ?? null
  const Icon = ended !== null ? FileText : kind === 'live' ? Siren : ClipboardList
  return (
    <header className={`flex items-center gap-5 px-5 py-2 ${kind === 'live' ? 'bg-refused text-on-action' : 'bg-out text-on-action'}`}>
      <Icon aria-hidden size={40} className="flex-none" />
      <div className="min-w-0 flex-1">
        <h1 tabIndex={-1} id="muster-title" className="text-2xl/8 font-extrabold outline-none">
          {ended === null ? t(`band.${kind}`) : t(`band.ended.${kind}`)}
          {kind === 'drill' ? <span className="ml-3 text-lg font-semibold">{t('band.noEmergency')}</span> : null}
        </h1>
        {muster === null ? null : <p>{ended === null ? t('band.started', { at: time(muster.startedAt), by: muster.startedBy }) : t('band.closed', { from: moment(muster.startedAt), to: time(ended), by: muster.endedBy ?? '' })}</p>}
      </div>
      {muster === null ? null : (
        <p className="text-right">
          <span className="block text-xs font-semibold">{ended === null ? t('band.since') : t('band.took')}</span>
          <b className="text-[40px]/10 font-bold">{stopwatch((ended === null ? now : new Date(ended).getTime()) - new Date(muster.startedAt).getTime())}</b>
        </p>
      )}
      <button type="button" onClick={stepAside} className="h-14 cursor-pointer rounded-lg border-2 border-current px-4 font-bold">
        {ended === null ? t('band.aside') : t('band.back')}
      </button>
    </header>
  )
}
