import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { usePreferences } from '../../../stores/preferences.ts'
import { Button } from '../../../ui/button.tsx'
import { downloadBytes } from '../../reports/download.ts'
import { toWire } from './choices.ts'
import { useWizard } from './wizard-store.ts'

/** The wrong rows to be corrected, and what would change, as files; what went wrong is said beside the buttons. */
export function Downloads() {
  const { t } = useTranslation('roll')
  const { opened, preview, choices } = useWizard()
  const language = usePreferences((state) => state.language)
  const [problem, setProblem] = useState<string>()
  if (opened === null || preview === null) return null
  const input = { file: opened.file, ...toWire(choices), language }
  const save = async (ask: () => ReturnType<ReturnType<typeof api>['roll']['errorFile']>): Promise<void> => {
    const result = await ask()
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
