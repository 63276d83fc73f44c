import { useTranslation } from 'react-i18next'
import { chipVariants } from '../../../../../shared/domain/definitions.ts'
import { colorOf, DefinitionChip, hueOf, hues } from '../../../ui/definition-chip.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { Draft } from './draft.ts'

/** The chip that the item is shown as, with what it looks like now. */
export function ChipFields({ draft, onChange }: { draft: Draft; onChange: (changes: Partial<Draft>) => void }) {
  const { t, i18n } = useTranslation('definitions')
  const name = (i18n.language === 'fr' && draft.nameFr.trim() !== '' ? draft.nameFr : draft.name).trim()
  return (
    <div className="grid grid-cols-[1fr_1fr_minmax(0,1fr)] items-end gap-3">
      {/* Only a colour that is picked is written: what was stored by another name of it stays as it is. */}
      <SelectField label={t('form.colour')} value={hueOf(draft.chipColor)} onChange={(hue) => onChange({ chipColor: colorOf(hue) })} options={hues.map((hue) => [hue, t(`form.hue.${hue}`)] as const)} />
      <SelectField label={t('form.shape')} value={draft.chipVariant} onChange={(chipVariant) => onChange({ chipVariant })} options={chipVariants.map((variant) => [variant, t(`form.variant.${variant}`)] as const)} />
      <div className="flex h-[38px] min-w-0 items-center" aria-label={t('form.preview')} role="group">
        <DefinitionChip color={draft.chipColor} variant={draft.chipVariant}>
          {name === '' ? '…' : name}
        </DefinitionChip>
      </div>
    </div>
  )
}
