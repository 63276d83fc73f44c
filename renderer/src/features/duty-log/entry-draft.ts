/** What a person writes into the log, as they write it, and as the core takes it. Pure. */
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { dutyLog, logKinds } from '../../../../shared/contract/duty-log.ts'
import { instantOf, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { LogEntry } from '../../stores/duty-log.ts'
import { toTimeOfDay } from '../../ui/time-of-day.ts'

export type NewEntry = InputOf<typeof dutyLog.add>
export type EntryKind = (typeof logKinds)[number]
type Category = NonNullable<NewEntry['details']['category']>

export interface EntryDraft {
  readonly kind: EntryKind
  /** `HH:MM`; blank = now, or the time it had. */
  readonly at: string
  readonly text: string
  readonly caller: string
  readonly callback: string
  readonly category: Category
  readonly action: string
  readonly place: string
  /** As typed: a comma is fine. */
  readonly degrees: string
}

export const emptyDraft = (kind: EntryKind): EntryDraft => ({ kind, at: '', text: '', caller: '', callback: '', category: 'other', action: '', place: '', degrees: '' })

/** What stands there now, to be corrected. */
export const draftOf = ({ kind, text, details }: LogEntry): EntryDraft => ({
  kind: kind === 'checklist' || kind === 'responsibility' ? 'note' : kind,
  at: '',
  text,
  caller: details.caller ?? '',
  callback: details.callback ?? '',
  category: details.category ?? 'other',
  action: details.action ?? '',
  place: details.place ?? '',
  degrees: details.degrees === undefined ? '' : String(details.degrees),
})

/** Degrees Celsius; NaN = not a number that a thermometer shows. */
export function degreesOf(typed: string): number {
  const text = typed.trim().replace('−', '-').replace(',', '.')
  const value = text === '' ? Number.NaN : Number(text)
  return value >= -60 && value <= 100 ? value : Number.NaN
}

export type DraftFault = 'at' | 'degrees' | 'caller' | 'text'

/** What is still missing or cannot be read, in the order of the fields. */
export function faultsOf(draft: EntryDraft): DraftFault[] {
  return [
    ...(draft.at !== '' && toTimeOfDay(draft.at) === null ? (['at'] as const) : []),
    ...(draft.kind === 'phone_call' && draft.caller.trim() === '' ? (['caller'] as const) : []),
    ...(draft.kind === 'temperature' && Number.isNaN(degreesOf(draft.degrees)) ? (['degrees'] as const) : []),
    ...(draft.text.trim() === '' ? (['text'] as const) : []),
  ]
}

/**
 * A draft without faults, for the core. Only what its kind has is sent.
 * @param date the operational date of the entry
 */
export function toEntry(draft: EntryDraft, date: string, unit: UnitTime): NewEntry {
  const { kind, text, caller, callback, category, action, place } = draft
  const at = draft.at === '' ? null : instantOf(date, toTimeOfDay(draft.at) ?? draft.at, unit).toISOString()
  const filled = (details: Record<string, string>) => Object.fromEntries(Object.entries(details).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]])))
  const details = {
    note: {},
    phone_call: { ...filled({ caller, callback, action }), category },
    round: filled({ place }),
    temperature: { ...filled({ place }), degrees: degreesOf(draft.degrees) },
    incident: filled({ place, action }),
  }[kind]
  return { kind, at, text: text.trim(), details }
}
