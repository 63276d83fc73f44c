import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { downloadBytes } from '../reports/download.ts'

/** The inventory as a file; what went wrong is said beside the buttons. */
export function ExportButtons() {
  const { t } = useTranslation('badges')
  const [problem, setProblem] = useState<string>()
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const result = await api().badges.export({ format, language: usePreferences.getState().language })
    setProblem(result.ok ? undefined : refusalWords(result.error).message)
    if (result.ok) downloadBytes(result.value.fileName, result.value.mediaType, result.value.content)
  }
  return (
    <span className="flex items-center gap-1.5">
      {problem === undefined ? null : (
        <span role="alert" className="text-refused">
          {problem}
        </span>
      )}
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} size="sm" aria-label={t('exportAs', { format: format.toUpperCase() })} onPress={() => void save(format)}>
          {format.toUpperCase()}
        </Button>
      ))}
    </span>
  )
}
