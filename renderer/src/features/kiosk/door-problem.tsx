import type { Refused } from '../../../../shared/contract/kit.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'

/** Why it was refused and what to do, to be read from two metres away. */
export function DoorProblem({ of }: { of: Refused | null }) {
  if (of === null) return null
  const { message, howToFix } = refusalWords(of)
  return (
    <p role="alert" className="rounded-xl border-2 border-refused bg-refused-soft px-5 py-3 text-xl text-refused">
      <b>{message}</b> {howToFix}
    </p>
  )
}
