import { useSystem } from '../../stores/system.ts'

/** The operational date; empty until it is known. */
export const useToday = (): string => useSystem((state) => state.status?.operationalDate) ?? ''
