import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { download } from './download.ts'

/** What can be taken away on a stick. */
export function ReportsRoom() {
  const { t } = useTranslation('reports')
  const today = useSystem((state) => state.status?.operationalDate)
  const language = usePreferences((state) => state.language)
  const [date, setDate] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<{ tone: 'done' | 'problem'; text: string }>()

  const exportDay = async (): Promise<void> => {
    setBusy(true)
    const result = await api().reports.day({ language, ...(date !== undefined && { date }) })
    setBusy(false)
    if (!result.ok) {
      const { message: what, howToFix } = refusalWords(result.error)
      setMessage({ tone: 'problem', text: `${what} ${howToFix}` })
      return
    }
    const { fileName, mediaType, content, movements, inside } = result.value
    download(fileName, mediaType, content)
    setMessage({ tone: 'done', text: t('day.done', { fileName, movements, inside }) })
  }

  return (
    <section aria-labelledby="reports-title" className="panel h-full">
      <h1 id="reports-title" className="border-b border-line px-3 py-3 text-[15px] font-semibold">
        {t('title')}
      </h1>
      <form
        className="grid max-w-2xl gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          void exportDay()
        }}
      >
        <h2 className="text-base font-semibold">{t('day.title')}</h2>
        <p className="text-ink-muted">{t('day.text')}</p>
        <div className="flex items-end gap-3">
          <label className="grid gap-1">
            <span className="label-caps">{t('day.date')}</span>
            <input type="date" required max={today} value={date ?? today ?? ''} onChange={(event) => setDate(event.target.value)} className="h-[34px] rounded-lg border border-line bg-panel px-2.5" />
          </label>
          <Button type="submit" variant="primary" isPending={busy}>
            {t('day.export')}
          </Button>
        </div>
        <p role={message?.tone === 'problem' ? 'alert' : 'status'} className={message?.tone === 'problem' ? 'text-refused' : 'text-in'}>
          {message?.text}
        </p>
      </form>
    </section>
  )
}
