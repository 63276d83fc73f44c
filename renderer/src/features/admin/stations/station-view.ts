import type { Station } from '../../../stores/stations.ts'

export const cell = 'border-b border-line px-3 py-1.5 text-left align-middle'

/** Why a station cannot be deleted; null = it can. */
export const whyItStays = ({ isThisDesk, readers, hasHistory }: Station): 'thisDesk' | 'readers' | 'history' | null => (isThisDesk ? 'thisDesk' : readers.length > 0 ? 'readers' : hasHistory ? 'history' : null)
