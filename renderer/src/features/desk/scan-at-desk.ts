import { i18n } from '../../i18n/index.ts'
import { offerAtDesk } from '../../stores/desk-prompt.ts'
import { offerUndo } from '../../stores/undo.ts'
import { isHeardInstead } from '../../wedge/hear-instead.ts'
import { submitScan } from '../../wedge/submit-scan.ts'

/** A badge held to the desk's own keyboard reader is an act of the desk: it can be taken back there. */
export async function scanAtDesk(text: string): Promise<void> {
  if (isHeardInstead(text)) return
  const outcome = await submitScan(text)
  if (outcome !== null) offerAtDesk(outcome)
  if (outcome === null || outcome.movementId === null || outcome.direction === null) return
  offerUndo(outcome.movementId, i18n.t(`history:done.scan.${outcome.direction}`, { name: outcome.person?.displayName ?? '' }))
}
