import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { Refusal } from '../../../ui/refusal.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { ChartFigure } from '../../reports/chart-figure.tsx'
import { chartOf, thin, worstOf } from './measure-series.ts'
import { useBeat } from './use-beat.ts'

const everyMs = 30_000

/** The last hours in plots, renewed every half minute. */
export function MeasuresPanel() {
  const { t } = useTranslation('diagnostics')
  const { time, locale } = useTimes()
  const { value, problem } = useFetched(() => api().diagnostics.measures({}), '', [useBeat(everyMs)])
  if (problem !== null) return <div className="p-3"><Refusal of={problem} /></div>
  if (value === null) return <p role="status" className="p-6 text-ink-muted">{t('loading')}</p>
  if (value.measures.length < 2) return <EmptyState title={t('measures.none')} text={t('measures.noneText')} />
  const points = thin(value.measures)
  const charts = [
    chartOf('scans', t('measures.scans'), '', points, [{ name: t('measures.scans'), of: ({ scansPerMinute }) => scansPerMinute }], time),
    chartOf('latency', t('measures.latency'), 'ms', points, [{ name: t('measures.latency'), of: ({ scanMs }) => scanMs }], time),
    chartOf('database', t('measures.database'), 'ms', points, [{ name: t('measures.mean'), of: ({ databaseMs }) => databaseMs }, { name: t('measures.worst'), of: ({ databaseWorstMs }) => databaseWorstMs, by: worstOf }], time),
    chartOf('lag', t('measures.lag'), 'ms', points, [{ name: t('measures.lag'), of: ({ lagMs }) => lagMs, by: worstOf }], time),
    chartOf('memory', t('measures.memory'), t('measures.megabytes'), points, [{ name: t('measures.memory'), of: ({ memoryMb }) => memoryMb }], time),
    chartOf('readers', t('measures.readers'), '', points, [{ name: t('measures.readersAll'), of: ({ readers }) => readers, by: worstOf }, { name: t('measures.readersDown'), of: ({ readersDown }) => readersDown, by: worstOf }], time),
  ]
  return (
    <div tabIndex={0} role="region" aria-label={t('part.measures')} className="grid min-h-0 flex-1 content-start gap-x-6 gap-y-5 overflow-auto p-3 lg:grid-cols-2 2xl:grid-cols-3">
      {charts.map((chart) => (
        <ChartFigure key={chart.id} chart={chart} locale={locale} isPaper={false} width={560} height={200} />
      ))}
    </div>
  )
}
