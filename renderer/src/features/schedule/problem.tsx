import type { Refused } from '../../../../shared/contract/kit.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'

/** Why an act was refused and what to do, read aloud at once. */
export function Problem({ of: problem }: { of: Refused | null }) {
  if (problem === null) return null
  const { message, howToFix } = refusalWords(problem)
  return (
    <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
      {message} {howToFix}
    </p>
  )
}
