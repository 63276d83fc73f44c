/** The import as it stands. It lives here and not in the room: whoever looks at another room meanwhile loses nothing. */
import { create } from 'zustand'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { members } from '../../../../../shared/contract/members.ts'
import { api } from '../../../api.ts'
import { noChoices, stillPossible, type Choices, type Preview } from './choices.ts'
import { readRollFile, type RollFile } from './roll-file.ts'

export type Imported = OutputOf<typeof members.importRoll>
export interface Previewed {
  readonly file: RollFile
  readonly preview: Preview
  /** Why this preview replaces one that was seen: the roll had changed, or somebody had come in. */
  readonly again: 'roll_changed' | 'member_present' | null
}

interface Wizard {
  readonly open: boolean
  readonly step: 'choose' | 'preview' | 'done'
  /** Kept while another file is chosen, so that there is a way back. */
  readonly previewed: Previewed | null
  readonly choices: Choices
  readonly busy: 'reading' | 'importing' | null
  readonly problem: Refused | 'too-large' | 'unreadable' | null
  readonly result: Imported | null
  /** The wizard was just left: the focus goes back to where it was opened. */
  readonly left: boolean
}

const closed: Wizard = { open: false, step: 'choose', previewed: null, choices: noChoices, busy: null, problem: null, result: null, left: false }
export const useWizard = create<Wizard>(() => closed)
const { setState, getState } = useWizard

export const openWizard = (): void => setState({ ...closed, open: true })
export const closeWizard = (): void => setState({ ...closed, left: true })
export const setChoices = (choices: Choices): void => setState({ choices })
export const chooseAnother = (): void => setState({ step: 'choose', problem: null })
export const backToPreview = (): void => setState({ step: 'preview', problem: null })

async function preview(file: RollFile, again: Previewed['again']): Promise<void> {
  const result = await api().members.previewRoll({ file })
  if (!getState().open) return
  if (!result.ok) return setState({ problem: result.error })
  const choices = again === null ? noChoices : stillPossible(result.value, getState().choices)
  return setState({ step: 'preview', previewed: { file, preview: result.value, again }, choices })
}

/** Reads the file and shows what it would do. */
export async function chooseFile(chosen: File): Promise<void> {
  setState({ busy: 'reading', problem: null })
  // A stick may be pulled out while it is read.
  const file = await readRollFile(chosen).catch(() => 'unreadable' as const)
  if (typeof file === 'string') setState({ problem: file })
  else await preview(file, null)
  setState({ busy: null })
}

/** Imports what was previewed; where that no longer holds, previews it again and keeps every tick that still can be. */
export async function importPreviewed(): Promise<void> {
  const { previewed, choices } = getState()
  if (previewed === null) return
  setState({ busy: 'importing', problem: null })
  const { file, preview: seen } = previewed
  const { createDivisions } = choices
  const result = await api().members.importRoll({ file, previewHash: seen.hash, excludeRows: [...choices.excludeRows], deactivateIds: [...choices.deactivateIds], createDivisions })
  if (result.ok) setState({ step: 'done', result: result.value, previewed: null })
  else if (result.error.code === 'roll_changed' || result.error.code === 'member_present') await preview(file, result.error.code)
  else setState({ problem: result.error })
  setState({ busy: null })
}
