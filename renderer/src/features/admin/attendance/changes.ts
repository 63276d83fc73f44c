import type { InputOf } from '../../../../../shared/contract/kit.ts'
import type { settings } from '../../../../../shared/contract/settings.ts'
import { reportSchemas, type ReportGroup, type ReportSettings } from '../../../../../shared/domain/report-settings.ts'
import { problemsOf } from '../settings/problems-of.ts'

export type Versions = Readonly<Record<ReportGroup, number>>
type Changes = InputOf<typeof settings.updateReports>['changes']

const groups = Object.keys(reportSchemas) as ReportGroup[]

/** The documents that a save must send: those that differ, and those that it repairs. */
export const changesOf = (draft: ReportSettings, saved: ReportSettings, versions: Versions, damaged: readonly string[]): Changes =>
  groups
    .filter((group) => JSON.stringify(draft[group]) !== JSON.stringify(saved[group]) || damaged.some((path) => path.startsWith(`${group}.`)))
    .map((group) => ({ group, basedOn: versions[group], value: draft[group] }) as Changes[number])

/** What is wrong, by `group.field`. */
export const reportProblemsOf = (draft: ReportSettings): Readonly<Record<string, string>> => Object.assign({}, ...groups.map((group) => problemsOf(reportSchemas[group] as never, draft[group], `${group}.`)))
