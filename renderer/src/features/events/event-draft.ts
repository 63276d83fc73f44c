/** What is being filled in about an event of temporary access. Pure. */
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { isCivilDate } from '../../../../shared/domain/civil-date.ts'
import type { AccessEvent } from '../../stores/events.ts'

export interface EventDraft {
  readonly name: string
  readonly code: string
  /** Nobody has typed a code: it follows the name. */
  readonly codeFollows: boolean
  readonly startDate: string
  readonly endDate: string
  readonly description: string
  readonly roles: readonly string[]
  readonly autoExpireBadges: boolean
}

/** @param today what a new event begins and ends with */
export const draftOf = (event: AccessEvent | null, today: string): EventDraft => ({
  name: event?.name ?? '',
  code: event?.code ?? '',
  codeFollows: event === null,
  startDate: event?.startDate ?? today,
  endDate: event?.endDate ?? today,
  description: event?.description ?? '',
  roles: event?.roles ?? [],
  autoExpireBadges: event?.autoExpireBadges ?? true,
})

const longestSuggestion = 20

/** A code made of a name, whole words of it: “Board of Inquiry, Québec” becomes BOARD-OF-INQUIRY. */
export function suggestCode(name: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/['’]/g, '').toUpperCase().split(/[^A-Z0-9]+/).filter(Boolean)
  let code = ''
  for (const word of words) {
    const next = code === '' ? word.slice(0, longestSuggestion) : `${code}-${word}`
    if (next.length > longestSuggestion) break
    code = next
  }
  return code
}

export const withName = (draft: EventDraft, name: string): EventDraft => ({ ...draft, name, ...(draft.codeFollows && { code: suggestCode(name) }) })
/** An emptied code follows the name again. */
export const withCode = (draft: EventDraft, code: string): EventDraft => ({ ...draft, code, codeFollows: code === '' })
/** The last day follows the first where it would lie before it. */
export const withStart = (draft: EventDraft, startDate: string): EventDraft => ({ ...draft, startDate, ...(isCivilDate(startDate) && isCivilDate(draft.endDate) && draft.endDate < startDate && { endDate: startDate }) })

export type EventFault = 'name' | 'code' | 'date' | 'endFirst'

/** What is wrong with a field, as the core would refuse it. */
export function faultOf(draft: EventDraft, field: 'name' | 'code' | 'startDate' | 'endDate'): EventFault | undefined {
  if (field === 'name') return draft.name.trim() === '' ? 'name' : undefined
  if (field === 'code') return /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,49}$/u.test(draft.code.trim()) ? undefined : 'code'
  if (!isCivilDate(draft[field])) return 'date'
  return field === 'endDate' && isCivilDate(draft.startDate) && draft.endDate < draft.startDate ? 'endFirst' : undefined
}

export const isGood = (draft: EventDraft): boolean => (['name', 'code', 'startDate', 'endDate'] as const).every((field) => faultOf(draft, field) === undefined)

/** As the core takes it. */
export const toFields = ({ name, code, startDate, endDate, description, roles, autoExpireBadges }: EventDraft): InputOf<typeof events.create> => ({
  name: name.trim(),
  code: code.trim(),
  startDate,
  endDate,
  description: description.trim() === '' ? null : description.trim(),
  roles: [...roles],
  autoExpireBadges,
})
