import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { useSaveFile } from '../reports/use-save-file.tsx'

/** The inventory as a file; what went wrong is said beside the buttons. */
export function ExportButtons() {
  const { t } = useTranslation('badges')
  const { save, problem } = useSaveFile()
  return (
    <span className="flex items-center gap-1.5">
      {problem}
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} size="sm" aria-label={t('exportAs', { format: format.toUpperCase() })} onPress={() => void save(() => api().badges.export({ format, language: usePreferences.getState().language }))}>
          {format.toUpperCase()}
        </Button>
      ))}
    </span>
  )
}
