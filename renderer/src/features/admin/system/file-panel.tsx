import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { download } from '../../reports/download.ts'

/** A file for whoever helps from afar. What is in it is shown first, to the letter: nobody has to take our word for it. */
export function FilePanel() {
  const { t } = useTranslation('diagnostics')
  const { locale } = useTimes()
  const { value, problem } = useFetched(() => api().diagnostics.preview({}), '')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    if (isSaving) return
    setSaving(true)
    const result = await api().diagnostics.save({})
    setSaving(false)
    setRefused(result.ok ? null : result.error)
    if (!result.ok || result.value.status === 'cancelled') return
    if (result.value.status === 'file') download(result.value.fileName, 'application/json', result.value.content)
    setSaved(result.value.status === 'written' ? result.value.path : result.value.fileName)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" isDisabled={isSaving || value === null} onPress={() => void save()}>{t('file.save')}</Button>
        {value === null ? null : <span className="text-ink-muted">{t('file.size', { name: value.fileName, size: new Intl.NumberFormat(locale).format(Math.ceil(value.bytes / 1024)) })}</span>}
        {saved === null ? null : <span role="status" className="font-medium text-in">{t('file.saved', { name: saved })}</span>}
      </div>
      <Refusal of={refused ?? problem} />
      {value === null ? (
        <p role="status" className="text-ink-muted">{t('loading')}</p>
      ) : (
        <pre tabIndex={0} role="region" aria-label={t('file.preview')} className="min-h-0 flex-1 overflow-auto rounded-lg border border-line p-3 font-mono text-xs leading-5">
          {value.content}
        </pre>
      )}
    </div>
  )
}
