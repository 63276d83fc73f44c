import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { provinces, UnitSchema, type Unit } from '../../../../../shared/domain/unit.ts'
import { api } from '../../../api.ts'
import { useSettingsChanges } from '../../../stores/settings.ts'
import { Refusal } from '../../../ui/refusal.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { zoneOptions } from '../../../ui/zones.ts'
import { problemsOf } from '../settings/problems-of.ts'
import { Consequence, FieldGroup, SettingsFrame } from '../../../ui/editing/settings-frame.tsx'
import { useDocument } from '../../../ui/editing/use-document.ts'
import { CrestField } from './crest-field.tsx'
import { toDraft, toUnit, type UnitDraft } from './draft.ts'
import { UnitAside } from './unit-aside.tsx'

/** Which unit this is, where its clock stands, and what its papers say (domain.md 1.1, 3.5). */
export function UnitSection() {
  const { t } = useTranslation('settings')
  const editing = useDocument<UnitDraft, number, null>({
    async load() {
      const result = await api().settings.unit({})
      return result.ok ? { ok: true, value: { value: toDraft(result.value.unit), basis: result.value.version, damaged: result.value.damaged, extra: null } } : result
    },
    store: (draft, { basis }) => api().settings.updateUnit({ basedOn: basis, unit: toUnit(draft) }),
  })
  const { draft, base } = editing
  const fetched = useFetched(() => api().settings.crest({}), '', [useSettingsChanges((state) => state.changes)])
  const crest = fetched.value?.crest ?? null
  const problems = useMemo(() => (draft === null ? {} : problemsOf(UnitSchema, toUnit(draft))), [draft])
  return (
    <SettingsFrame title={t('unit.title')} about={t('unit.about')} editing={editing} problems={problems} aside={draft === null ? null : <UnitAside unit={draft} crest={crest} />}>
      {(unit) => {
        const put = (changes: Partial<UnitDraft>): void => editing.change({ ...unit, ...changes })
        const about = (field: keyof Unit): string | undefined => (problems[field] === undefined ? undefined : t(field === 'name' ? 'unit.nameWrong' : 'problem.line'))
        const line = (field: 'name' | 'phone' | 'letterhead' | 'classification', maxLength: number, hint?: string) => (
          <TextField label={t(`unit.${field}`)} value={unit[field]} onChange={(value) => put({ [field]: value })} error={about(field)} hint={hint} maxLength={maxLength} autoComplete="off" />
        )
        return (
          <>
            <FieldGroup title={t('unit.who')}>
              {line('name', 200, t('unit.hint.name'))}
              <div className="grid items-start gap-4 sm:grid-cols-2">
                <SelectField label={t('unit.zone')} value={unit.zone} onChange={(zone) => put({ zone })} options={zoneOptions(unit.zone)} />
                <SelectField label={t('unit.province')} value={unit.province} onChange={(province) => put({ province })} options={[['', t('unit.noProvince')] as const, ...provinces.map((code) => [code, t(`province.${code}`)] as const)]} />
              </div>
              <p className="-mt-1 text-xs text-ink-muted">{t('unit.hint.province')}</p>
              {unit.zone === base?.value.zone ? null : <Consequence>{t('unit.zoneChanges')}</Consequence>}
            </FieldGroup>
            <FieldGroup title={t('unit.crest.title')}>
              <Refusal of={fetched.problem} />
              {fetched.value === null ? null : <CrestField crest={crest} />}
            </FieldGroup>
            <FieldGroup title={t('unit.papers')} text={t('unit.papersText')}>
              {line('letterhead', 200, t('unit.hint.letterhead'))}
              <div className="grid items-start gap-4 sm:grid-cols-2">
                <TextAreaField label={t('unit.address')} value={unit.address} onChange={(address) => put({ address })} error={about('address')} maxLength={500} rows={3} />
                {line('phone', 50)}
              </div>
              {line('classification', 100, t('unit.hint.classification'))}
            </FieldGroup>
          </>
        )
      }}
    </SettingsFrame>
  )
}
