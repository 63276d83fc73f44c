import { useTranslation } from 'react-i18next'
import { passSizes } from '../../../../../shared/domain/pass-sizes.ts'
import type { ReportGroup, ReportSettings } from '../../../../../shared/domain/report-settings.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TimeField } from '../../../ui/time-field.tsx'
import { useTimes } from '../../../ui/time.ts'
import { weekdayOptions } from '../../../ui/weekdays.ts'
import { useProblemWords } from '../settings/problem-words.ts'
import { FieldGroup } from '../../../ui/editing/settings-frame.tsx'

interface Props {
  readonly settings: ReportSettings
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: <G extends ReportGroup>(group: G, changes: Partial<ReportSettings[G]>) => void
}

const columns = 'grid items-start gap-4 sm:grid-cols-3'

export function AttendanceFields({ settings: { schedule, thresholds, memberHandling, formatting, lockup }, problems, onChange }: Props) {
  const { t } = useTranslation('settings')
  const { locale } = useTimes()
  const words = useProblemWords()
  const about = (path: string): string | undefined => words(problems[path])
  const night = (kind: 'trainingNight' | 'adminNight') => (
    <div className={columns}>
      <SelectField label={t(`attendance.${kind}Day`)} value={String(schedule[`${kind}Day`])} onChange={(day) => onChange('schedule', { [`${kind}Day`]: Number(day) })} options={weekdayOptions(locale)} />
      <TimeField label={t(`attendance.${kind}Start`)} value={schedule[`${kind}Start`]} onChange={(value) => onChange('schedule', { [`${kind}Start`]: value })} error={about(`schedule.${kind}Start`)} />
      <TimeField label={t(`attendance.${kind}End`)} value={schedule[`${kind}End`]} onChange={(value) => onChange('schedule', { [`${kind}End`]: value })} error={about(`schedule.${kind}End`)} />
    </div>
  )
  const percent = (field: 'warningThreshold' | 'criticalThreshold' | 'bmqWarningThreshold' | 'bmqCriticalThreshold') => (
    <NumberField label={t(`attendance.${field}`)} value={thresholds[field]} onChange={(value) => onChange('thresholds', { [field]: value })} error={about(`thresholds.${field}`)} />
  )
  const member = (field: 'includeFTStaff' | 'showBMQBadge' | 'showTrendIndicators') => <CheckField label={t(`attendance.${field}`)} isSelected={memberHandling[field]} onChange={(value) => onChange('memberHandling', { [field]: value })} />
  return (
    <>
      <FieldGroup title={t('attendance.nights')}>
        {night('trainingNight')}
        {night('adminNight')}
        <div className={columns}>
          <NumberField label={t('attendance.minimumPresenceMinutes')} hint={t('attendance.hint.minimumPresenceMinutes')} value={schedule.minimumPresenceMinutes} onChange={(minimumPresenceMinutes) => onChange('schedule', { minimumPresenceMinutes })} error={about('schedule.minimumPresenceMinutes')} />
        </div>
      </FieldGroup>
      <FieldGroup title={t('attendance.thresholds')}>
        <div className={columns}>
          {percent('warningThreshold')}
          {percent('criticalThreshold')}
          <div className="pt-7">
            <CheckField label={t('attendance.showThresholdFlags')} isSelected={thresholds.showThresholdFlags} onChange={(showThresholdFlags) => onChange('thresholds', { showThresholdFlags })} />
          </div>
        </div>
        <CheckField label={t('attendance.bmqSeparateThresholds')} isSelected={thresholds.bmqSeparateThresholds} onChange={(bmqSeparateThresholds) => onChange('thresholds', { bmqSeparateThresholds })} />
        {thresholds.bmqSeparateThresholds || problems['thresholds.bmqCriticalThreshold'] !== undefined || problems['thresholds.bmqWarningThreshold'] !== undefined ? (
          <div className={columns}>
            {percent('bmqWarningThreshold')}
            {percent('bmqCriticalThreshold')}
          </div>
        ) : null}
      </FieldGroup>
      <FieldGroup title={t('attendance.members')}>
        <div className={columns}>
          <NumberField label={t('attendance.newMemberGracePeriod')} hint={t('attendance.hint.newMemberGracePeriod')} value={memberHandling.newMemberGracePeriod} onChange={(newMemberGracePeriod) => onChange('memberHandling', { newMemberGracePeriod })} error={about('memberHandling.newMemberGracePeriod')} />
          <NumberField label={t('attendance.minimumTrainingNights')} hint={t('attendance.hint.minimumTrainingNights')} value={memberHandling.minimumTrainingNights} onChange={(minimumTrainingNights) => onChange('memberHandling', { minimumTrainingNights })} error={about('memberHandling.minimumTrainingNights')} />
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {member('includeFTStaff')}
          {member('showBMQBadge')}
          {member('showTrendIndicators')}
        </div>
      </FieldGroup>
      <FieldGroup title={t('attendance.papers')}>
        <div className={columns}>
          <SelectField label={t('attendance.defaultSortOrder')} value={formatting.defaultSortOrder} onChange={(defaultSortOrder) => onChange('formatting', { defaultSortOrder })} options={(['division_rank', 'rank', 'alphabetical'] as const).map((order) => [order, t(`attendance.order.${order}`)] as const)} />
          <SelectField label={t('attendance.dateFormat')} value={formatting.dateFormat} onChange={(dateFormat) => onChange('formatting', { dateFormat })} options={[['DD MMM YYYY', '24 Nov 2026'], ['YYYY-MM-DD', '2026-11-24'], ['MM/DD/YYYY', '11/24/2026']]} />
          <SelectField label={t('attendance.pageSize')} value={formatting.pageSize} onChange={(pageSize) => onChange('formatting', { pageSize })} options={[['letter', t('attendance.letter')], ['a4', 'A4']]} />
          <SelectField label={t('attendance.passSize')} value={formatting.passSize} onChange={(passSize) => onChange('formatting', { passSize })} options={passSizes.map((size) => [size, t(`attendance.pass.${size}`)] as const)} />
        </div>
        <CheckField label={t('attendance.showServiceNumber')} isSelected={formatting.showServiceNumber} onChange={(showServiceNumber) => onChange('formatting', { showServiceNumber })} />
      </FieldGroup>
      <FieldGroup title={t('attendance.forgotten')}>
        <CheckField label={t('attendance.trackMissedCheckouts')} isSelected={lockup.trackMissedCheckouts} onChange={(trackMissedCheckouts) => onChange('lockup', { trackMissedCheckouts })} />
        <div className={columns}>
          <NumberField label={t('attendance.missedCheckoutWarningThreshold')} value={lockup.missedCheckoutWarningThreshold} onChange={(missedCheckoutWarningThreshold) => onChange('lockup', { missedCheckoutWarningThreshold })} error={about('lockup.missedCheckoutWarningThreshold')} />
          <NumberField label={t('attendance.missedCheckoutAlertThreshold')} value={lockup.missedCheckoutAlertThreshold} onChange={(missedCheckoutAlertThreshold) => onChange('lockup', { missedCheckoutAlertThreshold })} error={about('lockup.missedCheckoutAlertThreshold')} />
        </div>
      </FieldGroup>
    </>
  )
}
