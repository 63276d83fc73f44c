/** What the core says about reports while they are looked at. */
import { create } from 'zustand'
import type { PayloadOf } from '../../../shared/contract/kit.ts'
import type { reports } from '../../../shared/contract/reports.ts'

export type ExportProgress = PayloadOf<typeof reports.progress>

/** `presetChanges` and `trainingChanges` count what changed; `progress` is the latest news of an export. */
export const useReports = create<{ presetChanges: number; trainingChanges: number; progress: ExportProgress | null }>(() => ({ presetChanges: 0, trainingChanges: 0, progress: null }))

export const presetsChanged = (): void => useReports.setState(({ presetChanges }) => ({ presetChanges: presetChanges + 1 }))
export const trainingChanged = (): void => useReports.setState(({ trainingChanges }) => ({ trainingChanges: trainingChanges + 1 }))
