import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { clearableIn, toggled } from './choices.ts'
import { fieldWords } from './problem-words.ts'
import { setChoices, useWizard } from './wizard-store.ts'

/** Column by column: does a blank cell keep what the member has, or empty it (domain.md 4.7 ▶). */
export function BlanksDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('roll')
  const { clears, columns } = useWizard((state) => state.choices)
  const fields = clearableIn(columns)
  return (
    <Dialog
      title={t('blanks.title')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('blanks.done')}
        </Button>
      }
    >
      <div className="grid gap-3">
        <p className="text-ink-muted">{fields.length === 0 ? t('blanks.none') : t('blanks.text')}</p>
        <div className="grid grid-cols-2 gap-x-6 gap-y-2">
          {fields.map((field) => (
            <CheckField key={field} label={fieldWords(field)} isSelected={clears.has(field)} onChange={(on) => setChoices({ clears: toggled(clears, field, on) })} />
          ))}
        </div>
      </div>
    </Dialog>
  )
}
