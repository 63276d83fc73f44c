/** The import as it stands. It lives here and not in the room: whoever looks at another room meanwhile loses nothing. */
import { create } from 'zustand'
import type { OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import { leaveErrors } from '../../../../../shared/contract/members.ts'
import type { roll } from '../../../../../shared/contract/roll.ts'
import { api } from '../../../api.ts'
import { useRollProgress } from '../../../stores/roll-progress.ts'
import { readListFile, type ListFile } from '../../../ui/list-file.ts'
import { choicesFor, isCertain, noChoices, stillPossible, toWire, type Choices, type Preview, type RollRead } from './choices.ts'

export type Imported = OutputOf<typeof roll.import>
export type Undone = OutputOf<typeof roll.undoLast>
export type Step = 'choose' | 'columns' | 'preview' | 'done'

/** The file, and what it says of itself. */
export interface Opened {
  readonly file: ListFile
  readonly read: RollRead
}

interface Wizard {
  readonly open: boolean
  readonly step: Step
  /** Kept while another file is chosen, so that there is a way back. */
  readonly opened: Opened | null
  readonly choices: Choices
  readonly preview: Preview | null
  /** Why this preview replaces one that was seen: the roll had changed, or somebody is needed by now. */
  readonly again: 'roll_changed' | 'member_needed' | null
  readonly busy: 'reading' | 'previewing' | 'importing' | null
  readonly problem: Refused | 'too-large' | 'unreadable' | null
  readonly result: Imported | null
  readonly undone: Undone | null
  /** The wizard was just left: the focus goes back to where it was opened. */
  readonly left: boolean
}

const closed: Wizard = { open: false, step: 'choose', opened: null, choices: noChoices, preview: null, again: null, busy: null, problem: null, result: null, undone: null, left: false }
export const useWizard = create<Wizard>(() => closed)
const { setState, getState } = useWizard

export const openWizard = (): void => setState({ ...closed, open: true })
export const closeWizard = (): void => setState({ ...closed, left: true })
export const goTo = (step: Step): void => setState({ step, problem: null })

/** Reads the file; goes on to the preview where its headings leave nothing to ask. */
export async function chooseFile(chosen: File): Promise<void> {
  setState({ busy: 'reading', problem: null })
  // A stick may be pulled out while it is read.
  const file = await readListFile(chosen).catch(() => 'unreadable' as const)
  if (typeof file === 'string') setState({ problem: file, busy: null })
  else await read(file, null)
}

/** Another sheet of the same workbook. */
export async function chooseSheet(sheet: string): Promise<void> {
  const { opened } = getState()
  if (opened !== null) await read(opened.file, sheet)
}

async function read(file: ListFile, sheet: string | null): Promise<void> {
  setState({ busy: 'reading', problem: null })
  const result = await api().roll.read({ file, sheet })
  if (!getState().open) return
  if (!result.ok) return setState({ problem: result.error, busy: null })
  const choices = choicesFor(result.value, getState().choices)
  setState({ opened: { file, read: result.value }, choices, preview: null, again: null, busy: null })
  // A sheet is chosen where the columns are: there one stays.
  if (sheet === null && isCertain(result.value)) await showPreview()
  else setState({ step: 'columns' })
}

/** Counts the questions, so that only the newest one's answer is shown. */
let asked = 0

async function refresh(again: Wizard['again'] = null): Promise<void> {
  const { opened, choices } = getState()
  if (opened === null) return
  asked += 1
  const own = asked
  setState({ busy: 'previewing' })
  const result = await api().roll.preview({ file: opened.file, ...toWire(choices) })
  if (own !== asked || !getState().open) return
  if (!result.ok) return setState({ problem: result.error, busy: null })
  const possible = stillPossible(result.value, choices)
  setState({ preview: result.value, choices: possible, problem: null, again: again ?? getState().again, busy: null })
  // Somebody who cannot be set inactive any more was part of the question.
  if (possible.deactivateIds.size < choices.deactivateIds.size) await refresh(again)
}

/** What the import would do with these columns. */
export async function showPreview(): Promise<void> {
  setState({ again: null, problem: null })
  await refresh()
  if (getState().preview !== null && getState().problem === null) setState({ step: 'preview' })
}

const pauseMs = 200
let pending: ReturnType<typeof setTimeout> | undefined

/** Shows the choice at once and asks what it means when the person pauses. */
export function setChoices(change: Partial<Choices>): void {
  asked += 1
  setState({ choices: { ...getState().choices, ...change }, busy: 'previewing' })
  clearTimeout(pending)
  pending = setTimeout(() => void refresh(), pauseMs)
}
/** In the column step nothing is asked before one goes on. */
export const setColumns = (columns: Choices['columns']): void => setState({ choices: { ...getState().choices, columns }, problem: null })

/** Imports what was previewed; where that no longer holds, previews it again and keeps every choice that still can be. */
export async function importPreviewed(): Promise<void> {
  const { opened, preview, choices } = getState()
  if (opened === null || preview === null) return
  useRollProgress.setState({ progress: null })
  setState({ busy: 'importing', problem: null, again: null })
  const result = await api().roll.import({ file: opened.file, ...toWire(choices), previewHash: preview.hash })
  if (result.ok) return setState({ step: 'done', result: result.value, busy: null })
  if (result.error.code === 'roll_changed') return refresh('roll_changed')
  if ((leaveErrors as readonly string[]).includes(result.error.code) && result.error.code !== 'last_administrator') return refresh('member_needed')
  return setState({ problem: result.error, busy: null })
}

/** @returns why it was refused, or undefined */
export async function undoImport(importId: string): Promise<Refused | undefined> {
  const result = await api().roll.undoLast({ importId })
  if (!result.ok) return result.error
  if (getState().open) setState({ step: 'done', undone: result.value, result: null, problem: null })
  return undefined
}
