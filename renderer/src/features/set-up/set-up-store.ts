import { create } from 'zustand'
import { timeForm } from '../../../../shared/domain/operational-day.ts'
import { defaultZone } from '../../stores/system.ts'

/** What has been filled in: kept over steps, in memory only, and gone with the window. */
export interface SetUpForm {
  readonly step: 0 | 1 | 2
  readonly unitName: string
  readonly zone: string
  readonly rollover: string
  readonly serviceNumber: string
  readonly rank: string
  readonly firstName: string
  readonly lastName: string
}

const own = Intl.DateTimeFormat().resolvedOptions().timeZone
const empty: SetUpForm = { step: 0, unitName: '', zone: own === 'UTC' ? defaultZone : own, rollover: '03:00', serviceNumber: '', rank: '', firstName: '', lastName: '' }

export const useSetUp = create<SetUpForm>(() => empty)
export const setForm = (change: Partial<SetUpForm>): void => useSetUp.setState(change)

export const isUnitGood = ({ unitName, rollover }: SetUpForm): boolean => unitName.trim() !== '' && timeForm.test(rollover)
export const isNumberGood = (serviceNumber: string): boolean => /^\S{6,20}$/.test(serviceNumber.replace(/\s/g, ''))
export const isPersonGood = ({ serviceNumber, rank, firstName, lastName }: SetUpForm): boolean => isNumberGood(serviceNumber) && rank !== '' && firstName.trim() !== '' && lastName.trim() !== ''
