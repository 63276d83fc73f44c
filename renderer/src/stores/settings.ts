import { create } from 'zustand'

/** Counts how often settings were saved, here or elsewhere: who shows them fetches again. */
export const useSettingsChanges = create<{ changes: number }>(() => ({ changes: 0 }))
export const settingsChanged = (): void => useSettingsChanges.setState(({ changes }) => ({ changes: changes + 1 }))
