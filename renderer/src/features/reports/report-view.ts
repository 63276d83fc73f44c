/** What the room shows: kept while a person looks into another room. */
import { create } from 'zustand'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { reports } from '../../../../shared/contract/reports.ts'
import { reportNeeds, type ReportKind } from '../../../../shared/domain/reports.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import { api } from '../../api.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { mayNow } from '../../stores/session.ts'
import { useSystem } from '../../stores/system.ts'
import { dataVersion } from './data-version.ts'
import { draftOf, newDraft, specOf, type Draft, type Missing, type SpecAsked } from './report-draft.ts'

export type Preset = OutputOf<typeof reports.presets>['presets'][number]

/** The old report of one day is a file only. */
export const dayFile = 'day'
export type Entry = ReportKind | typeof dayFile

export const groups = [
  ['presence', ['presence', 'daily_checkin', 'missed_checkouts']],
  ['attendance', ['training_nights', 'bmq']],
  ['people', ['roster', 'visitors', 'badges']],
  ['duty', ['duty_log', 'handover']],
  ['audit', ['corrections', dayFile]],
] as const satisfies readonly (readonly [string, readonly Entry[]])[]

/** Reports that the person at the desk may not have are left out: the core would refuse them. */
export const mayRead = (entry: Entry): boolean => mayNow(entry === dayFile ? 'command' : reportNeeds[entry])

export type Shown = OutputOf<typeof reports.preview> & {
  /** What was asked, for saying that the form asks something else by now. */
  readonly asked: string
  readonly language: Language
  /** Of the data: another one means that the figures may be others. */
  readonly version: string
}

interface ReportView {
  readonly chosen: Entry
  readonly presetId: string | null
  /** Null until somebody chose something: then it follows today. */
  readonly draft: Draft | null
  /** Null = the window’s. */
  readonly language: Language | null
  readonly shown: Shown | null
  readonly isReading: boolean
  readonly problem: Refused | null
  /** Said beside the fields once somebody tried. */
  readonly missing: Missing | null
}

export const useReportView = create<ReportView>(() => ({ chosen: 'presence', presetId: null, draft: null, language: null, shown: null, isReading: false, problem: null, missing: null }))

const today = (): string => useSystem.getState().status?.operationalDate ?? new Date().toISOString().slice(0, 10)
export const draftNow = ({ draft }: Pick<ReportView, 'draft'>): Draft => draft ?? newDraft(today())
export const languageNow = ({ language }: Pick<ReportView, 'language'>): Language => language ?? usePreferences.getState().language

/** An answer that comes after something else was asked is not shown. */
let round = 0

/** What was shown belongs to another report. */
function clear(): Pick<ReportView, 'shown' | 'isReading' | 'problem' | 'missing'> {
  round += 1
  return { shown: null, isReading: false, problem: null, missing: null }
}

export const chooseEntry = (chosen: Entry): void => useReportView.setState((before) => (before.chosen === chosen && before.presetId === null ? {} : { chosen, presetId: null, ...clear() }))

export const change = (changes: Partial<Draft>): void => useReportView.setState((before) => ({ draft: { ...draftNow(before), ...changes }, missing: null }))

/** Puts a kept report into the form. Whose it is about is asked for: a preset keeps an id. */
export async function choosePreset({ id, report, language }: Preset): Promise<void> {
  useReportView.setState({ chosen: report.kind, presetId: id, draft: draftOf(report, today(), null), language, ...clear() })
  if (!('memberId' in report) || report.memberId === null) return
  const asked = round
  const result = await api().members.get({ memberId: report.memberId })
  if (asked === round && result.ok) change({ person: { id: result.value.id, displayName: result.value.displayName } })
}

/** What the form asks for; else what is missing is said beside it. */
export function askedNow(): SpecAsked | null {
  const state = useReportView.getState()
  if (state.chosen === dayFile) return null
  const asked = specOf(state.chosen, draftNow(state))
  useReportView.setState({ missing: asked.ok ? null : asked.missing })
  return asked.ok ? asked.spec : null
}

export const keyOf = (spec: SpecAsked, language: Language): string => `${language} ${JSON.stringify(spec)}`

export async function showPreview(): Promise<void> {
  const report = askedNow()
  if (report === null) return
  const language = languageNow(useReportView.getState())
  round += 1
  const asked = round
  const version = dataVersion(report.kind)
  useReportView.setState({ isReading: true, problem: null })
  const result = await api().reports.preview({ report, language })
  if (asked !== round) return
  useReportView.setState({ isReading: false, ...(result.ok ? { shown: { ...result.value, asked: keyOf(report, language), language, version } } : { shown: null, problem: result.error }) })
}
