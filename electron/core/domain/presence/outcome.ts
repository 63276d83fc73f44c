/** From rows to what windows are told. */
import type * as v from 'valibot'
import type { ScanOutcome as ScanOutcomeSchema, ScanPerson as ScanPersonSchema } from '../../../../shared/contract/presence.ts'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import { outcomes } from '../../../../shared/i18n/outcomes.ts'

export type ScanOutcome = v.InferOutput<typeof ScanOutcomeSchema>
export type ScanPerson = v.InferOutput<typeof ScanPersonSchema>

interface PersonRow {
  readonly id: string | null
  readonly rank: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly displayName: string | null
  readonly divisionCode: string | null
  readonly divisionName: string | null
}

export const toDivision = (row: Pick<PersonRow, 'divisionCode' | 'divisionName'>) =>
  row.divisionCode === null ? null : { code: row.divisionCode, name: row.divisionName ?? row.divisionCode }

/** null where an outer join found nobody. */
export const toPerson = (row: PersonRow): ScanPerson | null =>
  row.id === null
    ? null
    : { id: row.id, rank: row.rank ?? '', firstName: row.firstName ?? '', lastName: row.lastName ?? '', displayName: row.displayName ?? '', division: toDivision(row) }

interface OutcomeFacts extends Pick<ScanOutcome, 'scanId' | 'outcome' | 'stationId' | 'stationName'> {
  readonly serial: string
  readonly at: Date
  readonly person?: ScanPerson | null
  readonly direction?: ScanOutcome['direction']
  readonly movementId?: string | null
  readonly notes?: ScanOutcome['notes']
  readonly messages?: ScanOutcome['messages']
  readonly options?: ScanOutcome['options']
  readonly contractEnd?: string | null
}

export const toOutcome = ({ serial, at, ...facts }: OutcomeFacts): ScanOutcome => ({
  person: null,
  direction: null,
  movementId: null,
  notes: [],
  messages: [],
  options: [],
  prompt: null,
  nextDuties: [],
  contractEnd: null,
  ...facts,
  at: at.toISOString(),
  serialTail: serialTail(serial),
  message: `${outcomes.en.outcome[facts.outcome].title}. ${outcomes.en.outcome[facts.outcome].text}`,
})
