import { create } from 'zustand'
import type { PayloadOf } from '../../../shared/contract/kit.ts'
import type { roll } from '../../../shared/contract/roll.ts'

/** How far the import that runs has come; null = none has been heard of. */
export const useRollProgress = create<{ progress: PayloadOf<typeof roll.progress> | null }>(() => ({ progress: null }))
