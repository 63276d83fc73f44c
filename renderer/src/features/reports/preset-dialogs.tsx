import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportFormats, type ReportFormat } from '../../../../shared/domain/reports.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SpecAsked } from './report-draft.ts'
import { languageNow, useReportView, type Preset } from './report-view.ts'

interface SaveProps {
  readonly report: SpecAsked
  readonly presets: readonly Preset[]
  /** The one that is in the form. */
  readonly loaded: Preset | undefined
  readonly onClose: () => void
}

const same = (one: string, other: string): boolean => one.trim().localeCompare(other.trim(), undefined, { sensitivity: 'accent' }) === 0

/** Keeps what the form asks under a name: a new one, or over one that is there. */
export function SavePresetDialog({ report, presets, loaded, onClose }: SaveProps) {
  const { t } = useTranslation('reports')
  const [name, setName] = useState(loaded?.name ?? '')
  const [format, setFormat] = useState<ReportFormat>(loaded?.format ?? 'pdf')
  const [wasTried, setTried] = useState(false)
  // As they were when this was opened, or when it was last refused: who changed one meanwhile is not written over unseen.
  const [known, setKnown] = useState(presets)
  const over = known.find((preset) => same(preset.name, name))
  const save = async () => {
    const result = await api().reports.savePreset({ presetId: over?.id ?? null, basedOn: over?.updatedAt ?? null, name, report, format, language: languageNow(useReportView.getState()) })
    if (result.ok) useReportView.setState({ presetId: result.value.presetId })
    else {
      const now = await api().reports.presets({})
      if (now.ok) setKnown(now.value.presets)
    }
    return result
  }
  return (
    <FormDialog title={t('preset.title')} save={name.trim() === '' ? null : save} onTry={() => setTried(true)} onClose={onClose} {...(over !== undefined && { confirm: t('preset.replace') })}>
      <p className="text-ink-muted">{t('preset.text')}</p>
      <TextField label={t('preset.name')} placeholder={t('preset.nameHint')} value={name} onChange={setName} maxLength={60} autoFocus autoComplete="off" hint={over === undefined ? undefined : t('preset.replaces', { name: over.name, by: over.createdBy })} error={wasTried && name.trim() === '' ? t('preset.needName') : undefined} />
      <div className="grid justify-items-start gap-1.5">
        <span className="text-sm font-medium">{t('preset.format')}</span>
        <Segments label={t('preset.format')} value={format} onChange={setFormat} options={reportFormats.map((one) => [one, one.toUpperCase()] as const)} />
      </div>
    </FormDialog>
  )
}

export function RemovePresetDialog({ preset: { id, name }, onClose }: { preset: Preset; onClose: () => void }) {
  const { t } = useTranslation('reports')
  return <ConfirmDialog title={t('preset.removeTitle', { name })} text={t('preset.removeText')} confirm={t('preset.removeConfirm')} isGrave act={() => api().reports.removePreset({ presetId: id })} onDone={() => useReportView.setState({ presetId: null })} onClose={onClose} />
}
