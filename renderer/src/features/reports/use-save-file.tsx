import { useState, type ReactNode } from 'react'
import type { Result } from '../../../../shared/contract/kit.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { downloadBytes } from './download.ts'

export interface SavedFile {
  readonly fileName: string
  readonly mediaType: string
  /** base64. */
  readonly content: string
}

/** Asks the core for a file and hands it to the person; what went wrong is to be shown beside the buttons. */
export function useSaveFile(): { /** @returns the file; undefined = there is none */ save: <F extends SavedFile>(ask: () => Promise<Result<F>>) => Promise<F | undefined>; problem: ReactNode } {
  const [problem, setProblem] = useState<string>()
  return {
    async save(ask) {
      const result = await ask()
      setProblem(result.ok ? undefined : refusalWords(result.error).message)
      if (!result.ok) return undefined
      downloadBytes(result.value.fileName, result.value.mediaType, result.value.content)
      return result.value
    },
    problem:
      problem === undefined ? null : (
        <span role="alert" className="text-refused">
          {problem}
        </span>
      ),
  }
}
