import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { muster } from '../../../../../shared/contract/muster.ts'
import type { MusterSettings } from '../../../../../shared/domain/muster.ts'
import { api } from '../../../api.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { problemsOf } from '../settings/problems-of.ts'
import { FieldGroup, SettingsFrame } from '../../../ui/editing/settings-frame.tsx'
import { useDocument } from '../../../ui/editing/use-document.ts'

interface Known {
  /** Printers of this PC. */
  readonly printers: readonly string[]
}

/** How a muster is printed, when names turn red, and when a drill is brought to mind (screens.md P0-7). */
export function MusterSection() {
  const { t } = useTranslation('muster')
  const editing = useDocument<MusterSettings, MusterSettings, Known>({
    async load() {
      const result = await api().muster.settings({})
      if (!result.ok) return result
      const { settings, printers } = result.value
      return { ok: true, value: { value: settings, basis: settings, damaged: [], extra: { printers } } }
    },
    store: (settings) => api().muster.changeSettings(settings),
  })
  const { draft, base } = editing
  const problems = useMemo(() => (draft === null ? {} : problemsOf(muster.changeSettings.input as v.GenericSchema, draft)), [draft])
  const printers = base?.extra.printers ?? []
  return (
    <SettingsFrame title={t('settings.title')} about={t('settings.about')} editing={editing} problems={problems} aside={<MusterAside hasPrinters={printers.length > 0} />}>
      {(settings) => {
        const change = (part: Partial<MusterSettings>): void => editing.change({ ...settings, ...part })
        const range = (field: keyof MusterSettings, low: number, high: number) => (field in problems ? t('settings.range', { low, high }) : undefined)
        const known = settings.printer === null || printers.includes(settings.printer) ? printers : [settings.printer, ...printers]
        return (
          <>
            <FieldGroup title={t('settings.paper')}>
              <CheckField label={t('settings.printAtStart')} hint={t('settings.printAtStartHint')} isSelected={settings.printAtStart} onChange={(printAtStart) => change({ printAtStart })} />
              <div className="grid max-w-2xl grid-cols-2 items-start gap-4">
                <NumberField label={t('settings.copies')} value={settings.copies} onChange={(copies) => change({ copies })} error={range('copies', 1, 10)} />
                <NumberField label={t('settings.reprint')} hint={t('settings.reprintHint')} value={settings.reprintMinutes} onChange={(reprintMinutes) => change({ reprintMinutes })} error={range('reprintMinutes', 0, 120)} />
              </div>
              <div className="max-w-sm">
                {printers.length === 0 ? (
                  <p className="text-ink-muted">{t('settings.noPrinter')}</p>
                ) : (
                  <SelectField label={t('settings.printer')} value={settings.printer ?? ''} onChange={(printer) => change({ printer: printer === '' ? null : printer })} options={[['', t('settings.usualPrinter')] as const, ...known.map((name) => [name, name] as const)]} />
                )}
              </div>
            </FieldGroup>
            <FieldGroup title={t('settings.call')}>
              <div className="w-64">
                <NumberField label={t('settings.red')} hint={t('settings.redHint')} value={settings.redAfterMinutes} onChange={(redAfterMinutes) => change({ redAfterMinutes })} error={range('redAfterMinutes', 1, 120)} />
              </div>
            </FieldGroup>
            <FieldGroup title={t('settings.drills')}>
              <div className="w-64">
                <NumberField label={t('settings.reminder')} hint={t('settings.reminderHint')} value={settings.drillReminderDays} onChange={(drillReminderDays) => change({ drillReminderDays })} error={range('drillReminderDays', 0, 1000)} />
              </div>
            </FieldGroup>
          </>
        )
      }}
    </SettingsFrame>
  )
}

function MusterAside({ hasPrinters }: { hasPrinters: boolean }) {
  const { t } = useTranslation('muster')
  return (
    <div className="grid gap-3 text-ink-muted">
      <p>{t('settings.asideKey')}</p>
      <p>{t(hasPrinters ? 'settings.asidePrint' : 'settings.asidePdf')}</p>
      <p>{t('settings.asideDisk')}</p>
    </div>
  )
}
