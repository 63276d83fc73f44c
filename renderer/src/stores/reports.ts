/** What the core says about reports while they are looked at. */
import { create } from 'zustand'
import type { PayloadOf } from '../../../shared/contract/kit.ts'
import type { reports } from '../../../shared/contract/reports.ts'

export type ExportProgress = PayloadOf<typeof reports.progress>

/** `presetChanges` counts what changed; `progress` is the latest news of an export. */
export const useReports = create<{ presetChanges: number; progress: ExportProgress | null }>(() => ({ presetChanges: 0, progress: null }))

export const presetsChanged = (): void => useReports.setState(({ presetChanges }) => ({ presetChanges: presetChanges + 1 }))
