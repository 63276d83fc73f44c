/** Which day of the duty log is shown, kept while a person looks into another room; `changes` counts what the core said. */
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { dutyLog } from '../../../shared/contract/duty-log.ts'

export type DutyDay = OutputOf<typeof dutyLog.day>
export type LogEntry = DutyDay['entries'][number]
export type ChecklistItem = DutyDay['blocks'][number]['items'][number]

interface LogView {
  readonly changes: number
  /** null = today. */
  readonly date: string | null
  readonly side: 'checklist' | 'page'
  readonly isSearching: boolean
  /** Somebody asked to write: the form takes the keyboard as soon as it is there, and clears this. */
  readonly isWriting: boolean
}
export const useDutyLog = create<LogView>(() => ({ changes: 0, date: null, side: 'checklist', isSearching: false, isWriting: false }))

export const dutyLogChanged = (): void => useDutyLog.setState(({ changes }) => ({ changes: changes + 1 }))
export const showDay = (date: string | null): void => useDutyLog.setState({ date, isSearching: false })
/** Today’s log, with the keyboard in the field for what is to be written. */
export const writeToday = (): void => useDutyLog.setState({ date: null, isSearching: false, isWriting: true })
