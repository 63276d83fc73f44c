import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportGroup, ReportSettings } from '../../../../../shared/domain/report-settings.ts'
import { api } from '../../../api.ts'
import { SettingsFrame } from '../../../ui/editing/settings-frame.tsx'
import { useDocument } from '../../../ui/editing/use-document.ts'
import { AttendanceAside } from './attendance-aside.tsx'
import { AttendanceFields } from './attendance-fields.tsx'
import { changesOf, reportProblemsOf, type Versions } from './changes.ts'

/** How attendance is counted, what reports look like, and when a forgotten sign-out is brought up (domain.md 3.5, 4.19). */
export function AttendanceSection() {
  const { t } = useTranslation('settings')
  const editing = useDocument<ReportSettings, Versions, null>({
    async load() {
      const result = await api().settings.reports({})
      return result.ok ? { ok: true, value: { value: result.value.settings, basis: result.value.versions, damaged: result.value.damaged, extra: null } } : result
    },
    store: (draft, { value, basis, damaged }) => api().settings.updateReports({ changes: changesOf(draft, value, basis, damaged) }),
  })
  const { draft } = editing
  const problems = useMemo(() => (draft === null ? {} : reportProblemsOf(draft)), [draft])
  return (
    <SettingsFrame title={t('attendance.title')} about={t('attendance.about')} editing={editing} problems={problems} aside={draft === null ? null : <AttendanceAside settings={draft} />}>
      {(settings) => <AttendanceFields settings={settings} problems={problems} onChange={<G extends ReportGroup>(group: G, changes: Partial<ReportSettings[G]>) => editing.change({ ...settings, [group]: { ...settings[group], ...changes } })} />}
    </SettingsFrame>
  )
}
