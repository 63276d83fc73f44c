import { useTranslation } from 'react-i18next'
import { reportSchemas, type ReportSettings } from '../../../../../shared/domain/report-settings.ts'
import * as v from 'valibot'

type Bounds = readonly [warning: number, critical: number]

/** What the thresholds make of a percentage, from the top down. */
export function AttendanceAside({ settings: { thresholds, memberHandling } }: { settings: ReportSettings }) {
  const { t } = useTranslation('settings')
  const { warningThreshold, criticalThreshold, bmqWarningThreshold, bmqCriticalThreshold, bmqSeparateThresholds } = thresholds
  if (!v.is(reportSchemas.thresholds, thresholds)) return <p className="text-ink-muted">{t('preview.thresholdsWrong')}</p>
  return (
    <div className="grid gap-5">
      <Scale title={t('preview.scale')} bounds={[warningThreshold, criticalThreshold]} />
      {bmqSeparateThresholds ? <Scale title={t('preview.scaleBmq')} bounds={[bmqWarningThreshold, bmqCriticalThreshold]} /> : null}
      <section>
        <h3 className="label-caps mb-1">{t('preview.instead')}</h3>
        <p className="text-ink-muted">{t('preview.newMember', { count: memberHandling.newMemberGracePeriod })}</p>
        <p className="text-ink-muted">{t('preview.fewNights', { count: memberHandling.minimumTrainingNights })}</p>
      </section>
      {thresholds.showThresholdFlags ? null : <p className="text-xs text-ink-muted">{t('preview.noFlags')}</p>}
    </div>
  )
}

function Scale({ title, bounds: [warning, critical] }: { title: string; bounds: Bounds }) {
  const { t } = useTranslation('settings')
  const rows = [
    ['bg-in-soft text-in', t('preview.none'), t('preview.from', { percent: warning })],
    ['bg-attention-soft text-attention', t('preview.warning'), t('preview.between', { low: critical, high: warning })],
    ['bg-refused-soft text-refused', t('preview.critical'), t('preview.below', { percent: critical })],
  ] as const
  return (
    <section>
      <h3 className="label-caps mb-1">{title}</h3>
      <ul className="overflow-hidden rounded-lg border border-line bg-panel">
        {rows.map(([tone, flag, range]) => (
          <li key={flag} className="flex min-h-[35px] items-center justify-between gap-3 border-line px-3 not-first:border-t">
            <span>{range}</span>
            <span className={`rounded px-1.5 text-xs font-semibold ${tone}`}>{flag}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
