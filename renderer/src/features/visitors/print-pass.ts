import { api } from '../../api.ts'
import { i18n } from '../../i18n/index.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { sayDone, sayRefused } from '../../stores/undo.ts'
import { openVisitorDialog, type Visit } from '../../stores/visitors.ts'
import { downloadBytes } from '../reports/download.ts'

type Bearer = Pick<Visit, 'id' | 'displayName'>

/** Hands the person the pass as a file to print; what was printed before is asked about first (screens.md 5.5). */
export async function printPass(visit: Bearer): Promise<void> {
  const result = await savePass(visit, false)
  if (result.ok) return
  if (result.error.code === 'pass_printed') openVisitorDialog({ kind: 'printAgain', visit, copy: Number(result.error.details?.['copy']) })
  else sayRefused(refusalLine(result.error))
}

/** Asks for the pass, for whatever time it is, and hands it over. */
export async function savePass({ id, displayName }: Bearer, again: boolean) {
  const result = await api().visitors.pass({ visitId: id, language: usePreferences.getState().language, again })
  if (!result.ok) return result
  const { fileName, mediaType, content, copy } = result.value
  downloadBytes(fileName, mediaType, content)
  sayDone(i18n.t(copy === 1 ? 'visitors:done.printed' : 'visitors:done.printedAgain', { name: displayName, copy, fileName }))
  return result
}
