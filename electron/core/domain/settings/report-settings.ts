/** What reports and the counting of forgotten sign-outs go by, in the database (domain.md 3.5). */
import { defaultReportSettings, reportEntries, type ReportGroup, type ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Tx } from '../../db/database.ts'
import { readDocuments } from './document.ts'
import { salvage } from './salvage.ts'

export const reportDocuments = {
  schedule: { key: 'report_settings.schedule', category: 'reports' },
  thresholds: { key: 'report_settings.thresholds', category: 'reports' },
  memberHandling: { key: 'report_settings.member_handling', category: 'reports' },
  formatting: { key: 'report_settings.formatting', category: 'reports' },
  lockup: { key: 'lockup_settings', category: 'operations' },
} as const satisfies Record<ReportGroup, { key: string; category: 'reports' | 'operations' }>

export const reportGroups = Object.keys(reportDocuments) as readonly ReportGroup[]

export interface ReadReportSettings {
  readonly settings: ReportSettings
  /** 0 = never saved. */
  readonly versions: Readonly<Record<ReportGroup, number>>
  /** `group.field` of stored values that could not be used. */
  readonly damaged: string[]
}

export async function readReportSettings(tx: Tx): Promise<ReadReportSettings> {
  const documents = await readDocuments(tx, reportGroups.map((group) => reportDocuments[group].key))
  const read = reportGroups.map((group) => {
    const { value, version } = documents[reportDocuments[group].key]
    return { group, version, ...salvage(reportEntries[group], value, defaultReportSettings[group] as never) }
  })
  return {
    settings: Object.fromEntries(read.map(({ group, value }) => [group, value])) as unknown as ReportSettings,
    versions: Object.fromEntries(read.map(({ group, version }) => [group, version])) as Record<ReportGroup, number>,
    damaged: read.flatMap(({ group, damaged }) => damaged.map((field) => `${group}.${field}`)),
  }
}
