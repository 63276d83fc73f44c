import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RetentionSchema, type Retention } from '../../../../../shared/domain/retention.ts'
import { api } from '../../../api.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { problemsOf } from '../settings/problems-of.ts'
import { Consequence, FieldGroup, SettingsFrame } from '../../../ui/editing/settings-frame.tsx'
import { useDocument } from '../../../ui/editing/use-document.ts'
import { PrivacyAside, type Kept } from './privacy-aside.tsx'

/** How long visitors' data is kept, and what would go with it (trust.md 4.4). */
export function PrivacySection() {
  const { t } = useTranslation('privacy')
  const editing = useDocument<Retention, number, Kept>({
    async load() {
      const result = await api().visitors.retention({})
      if (!result.ok) return result
      const { settings, version, damaged, ...extra } = result.value
      return { ok: true, value: { value: settings, basis: version, damaged, extra } }
    },
    store: (settings, { basis }) => api().visitors.updateRetention({ basedOn: basis, settings }),
  })
  const { draft, base } = editing
  const problems = useMemo(() => (draft === null ? {} : problemsOf(RetentionSchema, draft)), [draft])
  return (
    <SettingsFrame title={t('title')} about={t('about')} editing={editing} problems={problems} aside={draft === null || base === null ? null : <PrivacyAside draft={draft} kept={base.extra} isWrong={'visitMonths' in problems} />}>
      {(retention) => (
        <FieldGroup title={t('keep')} text={t('keepText')}>
          <div className="w-48">
            <NumberField label={t('months')} hint={t('monthsHint')} value={retention.visitMonths} onChange={(visitMonths) => editing.change({ ...retention, visitMonths })} error={'visitMonths' in problems ? t('monthsWrong') : undefined} />
          </div>
          <CheckField label={t('hold')} hint={t('holdHint')} isSelected={retention.legalHold} onChange={(legalHold) => editing.change({ ...retention, legalHold })} />
          {retention.legalHold ? <Consequence>{t('holdOn')}</Consequence> : null}
        </FieldGroup>
      )}
    </SettingsFrame>
  )
}
