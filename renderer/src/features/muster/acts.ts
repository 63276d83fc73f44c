import type { MusterKind } from '../../../../shared/domain/muster.ts'
import { api } from '../../api.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { playTone } from '../../sound/player.ts'
import { refreshMuster, showRoll, useMuster } from '../../stores/muster.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { sayRefused } from '../../stores/undo.ts'
import { openDialog } from '../accounts/dialog-store.ts'
import { downloadBytes } from '../reports/download.ts'

/** Begins one, or leads to the one that is open. The desk is covered at once, before the core has answered. */
export async function begin(kind: MusterKind): Promise<void> {
  const { starting, now } = useMuster.getState()
  if (starting !== null) return
  // What a dialog asked of somebody can wait; the list cannot.
  openDialog(null)
  // A drill gives way to an emergency; of its own kind the one that is open is meant.
  if (now?.open != null && (now.open.kind === 'live' || kind === 'drill')) return showRoll(now.open.id)
  useMuster.setState({ starting: kind, startProblem: null, dialog: null, shownId: null, roll: null })
  const result = await api().muster.start({ requestId: crypto.randomUUID(), kind })
  if (!result.ok) return useMuster.setState({ startProblem: result.error })
  showRoll(result.value.musterId)
  useMuster.setState({ starting: null })
  refreshMuster()
  if (!result.value.already) {
    void playTone('alert')
    await openWhereNothingPrints(result.value.musterId)
  }
}

/** Once more, after the core did not begin it. */
export function beginAgain(): void {
  const { starting } = useMuster.getState()
  useMuster.setState({ starting: null, startProblem: null })
  if (starting !== null) void begin(starting)
}

/** Where this host cannot print by itself the person has the paper as a file at once. */
async function openWhereNothingPrints(musterId: string): Promise<void> {
  const now = await api().muster.state({})
  if (now.ok && now.value.open?.id === musterId && now.value.open.printing === null) await savePaper(musterId)
}

/** Hands the list, or the report of a muster that is closed, to the person as PDF. */
export async function savePaper(musterId: string): Promise<void> {
  const result = await api().muster.paper({ musterId, language: usePreferences.getState().language })
  if (result.ok) downloadBytes(result.value.fileName, result.value.mediaType, result.value.content)
  else sayRefused(refusalLine(result.error))
}

export async function printAgain(musterId: string): Promise<void> {
  const result = await api().muster.print({ musterId })
  if (!result.ok) sayRefused(refusalLine(result.error))
}
