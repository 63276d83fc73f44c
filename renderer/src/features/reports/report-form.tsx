import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportKind } from '../../../../shared/domain/reports.ts'
import { useMay } from '../../stores/session.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { ExportBar } from './export-bar.tsx'
import { RemovePresetDialog, SavePresetDialog } from './preset-dialogs.tsx'
import { fieldsOf, type SpecAsked } from './report-draft.ts'
import { ReportFields } from './report-fields.tsx'
import { askedNow, draftNow, showPreview, useReportView, type Preset } from './report-view.ts'

interface Props {
  readonly kind: ReportKind
  readonly presets: readonly Preset[]
}

/** What the chosen report is to be about, and what to make of it: one main button, which Enter presses. */
export function ReportForm({ kind, presets }: Props) {
  const { t } = useTranslation('reports')
  // Today is known once the core has said so.
  useSystem((state) => state.status?.operationalDate)
  const { presetId, missing, isReading, draft } = useReportView()
  const loaded = presets.find(({ id }) => id === presetId)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void showPreview()
  }
  return (
    <form aria-labelledby="report-kind" onSubmit={submit} className="grid flex-none gap-2.5 border-b border-line px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 id="report-kind" className="text-base font-semibold wrap-break-word">
            {loaded === undefined ? t(`kind.${kind}.title`) : loaded.name}
          </h2>
          <p className="text-ink-muted">{loaded === undefined ? t(`kind.${kind}.about`) : `${t(`kind.${kind}.title`)} · ${t('preset.by', { by: loaded.createdBy })}`}</p>
        </div>
        <PresetButtons presets={presets} loaded={loaded} />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="flex flex-wrap items-end gap-3">
          {fieldsOf[kind].length === 0 ? null : (
            <div className="flex flex-wrap items-start gap-3 *:max-w-72 *:min-w-36">
              <ReportFields kind={kind} draft={draftNow({ draft })} />
            </div>
          )}
          <Button type="submit" variant="primary" isPending={isReading} className="my-[2px]">
            {t('preview.act')}
          </Button>
        </div>
        <ExportBar />
      </div>
      {missing === null ? null : (
        <p role="alert" className="text-refused">
          {t(`missing.${missing}`)}
        </p>
      )}
    </form>
  )
}

function PresetButtons({ presets, loaded }: { presets: readonly Preset[]; loaded: Preset | undefined }) {
  const { t } = useTranslation('reports')
  const maySave = useMay('command')
  const [saving, setSaving] = useState<SpecAsked | null>(null)
  const [isRemoving, setRemoving] = useState(false)
  if (!maySave) return null
  return (
    <div className="flex gap-2">
      <Button onPress={() => setSaving(askedNow())}>{t('preset.save')}</Button>
      {loaded === undefined ? null : <Button onPress={() => setRemoving(true)}>{t('preset.remove')}</Button>}
      {saving === null ? null : <SavePresetDialog report={saving} presets={presets} loaded={loaded} onClose={() => setSaving(null)} />}
      {isRemoving && loaded !== undefined ? <RemovePresetDialog preset={loaded} onClose={() => setRemoving(false)} /> : null}
    </div>
  )
}
