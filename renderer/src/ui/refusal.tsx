import type { Refused } from '../../../shared/contract/kit.ts'
import { refusalWords } from '../i18n/refusal-words.ts'

/** Why an act was refused and what to do; nothing where it was not. */
export function Refusal({ of }: { of: Refused | null }) {
  if (of === null) return null
  const { message, howToFix } = refusalWords(of)
  return (
    <p role="alert" className="rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
      {message} {howToFix}
    </p>
  )
}
