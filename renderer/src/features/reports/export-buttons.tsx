import { useState } from 'react'
import type { Result } from '../../../../shared/contract/kit.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { useSaveFile, type SavedFile } from './use-save-file.tsx'

interface Props<F extends SavedFile> {
  /** The button's name for those who do not see what it stands beside. */
  readonly label: (format: string) => string
  readonly run: (format: 'csv' | 'xlsx', language: Language) => Promise<Result<F>>
  /** What is said once the file is there; absent = nothing. */
  readonly done?: (file: F) => string
}

/** A list as a file for a spreadsheet; what came of it is said beside the buttons. */
export function ExportButtons<F extends SavedFile>({ label, run, done }: Props<F>) {
  const { save, problem } = useSaveFile()
  const [said, setSaid] = useState('')
  const exportAs = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const file = await save(() => run(format, usePreferences.getState().language))
    setSaid(file === undefined || done === undefined ? '' : done(file))
  }
  return (
    <span className="flex items-center gap-1.5">
      {problem}
      {done === undefined ? null : (
        <span role="status" className="text-ink-muted">
          {said}
        </span>
      )}
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} size="sm" aria-label={label(format.toUpperCase())} onPress={() => void exportAs(format)}>
          {format.toUpperCase()}
        </Button>
      ))}
    </span>
  )
}
