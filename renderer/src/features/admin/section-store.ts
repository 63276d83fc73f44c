import { create } from 'zustand'

/** The parts of the administration, in the order of its bar. */
export const sectionNames = ['accounts', 'lists', 'stations', 'unit', 'timings', 'attendance', 'holidays', 'duties', 'dailyPage', 'muster', 'privacy', 'levels', 'backups', 'server', 'gateway', 'jobs', 'system', 'audit'] as const
export type SectionName = (typeof sectionNames)[number]

/** Which one is open: kept while a person looks into another room. */
export const useAdminSection = create<{ section: SectionName }>(() => ({ section: 'accounts' }))
