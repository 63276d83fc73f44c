import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TimingsSchema, type Timings } from '../../../../../shared/domain/timings.ts'
import { api } from '../../../api.ts'
import { TimeField } from '../../../ui/time-field.tsx'
import { useProblemWords } from '../settings/problem-words.ts'
import { problemsOf } from '../settings/problems-of.ts'
import { Consequence, FieldGroup, SettingsFrame } from '../../../ui/editing/settings-frame.tsx'
import { useDocument } from '../../../ui/editing/use-document.ts'
import { HoursFields } from './hours-fields.tsx'
import { RuleList } from './rule-list.tsx'
import { TimingsAside } from './timings-aside.tsx'

export type TimingSource = 'stored' | 'backfilled' | 'default'

/** When the day turns over, when lockup is due, on which nights the Duty Watch stands, and when the unit works (domain.md 1.2). */
export function TimingsSection() {
  const { t } = useTranslation('settings')
  const words = useProblemWords()
  const editing = useDocument<Timings, number, TimingSource>({
    async load() {
      const result = await api().settings.timings({})
      if (!result.ok) return result
      const { timings, version, damaged, source } = result.value
      return { ok: true, value: { value: timings, basis: version, damaged, extra: source } }
    },
    store: (timings, { basis }) => api().settings.updateTimings({ basedOn: basis, timings }),
  })
  const { draft, base } = editing
  const problems = useMemo(() => (draft === null ? {} : problemsOf(TimingsSchema, draft)), [draft])
  return (
    <SettingsFrame
      title={t('timings.title')}
      about={t('timings.about')}
      editing={editing}
      problems={problems}
      aside={draft === null || base === null ? null : <TimingsAside draft={draft} saved={base.value} source={base.extra} />}
    >
      {(timings) => {
        const put = (operational: Partial<Timings['operational']>): void => editing.change({ ...timings, operational: { ...timings.operational, ...operational } })
        const time = (field: 'dayRolloverTime' | 'lockupWarningTime' | 'lockupCriticalTime') => (
          <TimeField label={t(`timings.${field}`)} hint={t(`timings.hint.${field}`)} value={timings.operational[field]} onChange={(value) => put({ [field]: value })} error={words(problems[`operational.${field}`])} />
        )
        return (
          <>
            <FieldGroup title={t('timings.day')}>
              <div className="grid items-start gap-4 sm:grid-cols-3">
                {time('dayRolloverTime')}
                {time('lockupWarningTime')}
                {time('lockupCriticalTime')}
              </div>
              {timings.operational.dayRolloverTime === base?.value.operational.dayRolloverTime ? null : <Consequence>{t('timings.rolloverChanges')}</Consequence>}
            </FieldGroup>
            <FieldGroup title={t('timings.watch')} text={t('timings.watchText')}>
              <RuleList rules={timings.operational.dutyWatchRules} problems={problems} onChange={(dutyWatchRules) => put({ dutyWatchRules })} />
            </FieldGroup>
            <FieldGroup title={t('timings.hours')}>
              <HoursFields hours={timings.workingHours} problems={problems} onChange={(workingHours) => editing.change({ ...timings, workingHours })} />
            </FieldGroup>
          </>
        )
      }}
    </SettingsFrame>
  )
}
