import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { usePreferences } from '../../../stores/preferences.ts'
import { Button } from '../../../ui/button.tsx'
import { useSaveFile } from '../../reports/use-save-file.tsx'
import { toWire } from './choices.ts'
import { useWizard } from './wizard-store.ts'

/** The wrong rows to be corrected, and what would change, as files. */
export function Downloads() {
  const { t } = useTranslation('roll')
  const { opened, preview, choices } = useWizard()
  const language = usePreferences((state) => state.language)
  const { save, problem } = useSaveFile()
  if (opened === null || preview === null) return null
  const input = { file: opened.file, ...toWire(choices), language }
  return (
    <span className="flex items-center gap-1.5">
      {problem}
      {preview.errors.length === 0 ? null : (
        <Button size="sm" onPress={() => void save(() => api().roll.errorFile(input))}>
          {t('download.errors')} CSV
        </Button>
      )}
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} size="sm" onPress={() => void save(() => api().roll.diffFile({ ...input, format }))}>
          {t('download.changes')} {format.toUpperCase()}
        </Button>
      ))}
    </span>
  )
}
