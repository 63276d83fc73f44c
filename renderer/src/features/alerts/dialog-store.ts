import { create } from 'zustand'
import type { Alert } from '../../stores/alerts.ts'

interface AlertDialogs {
  /** To be acknowledged, after a note. */
  readonly acknowledging: readonly Alert[]
  readonly isListOpen: boolean
}
export const useAlertDialogs = create<AlertDialogs>(() => ({ acknowledging: [], isListOpen: false }))
