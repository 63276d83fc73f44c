import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { reports } from '../../../../shared/contract/reports.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { download } from './download.ts'

type Report = OutputOf<typeof reports.day>

const dayBefore = (date: string): string => new Date(new Date(`${date}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10)

/** One operational day as a file: which day, and then one button. */
export function DayReport() {
  const { t } = useTranslation('reports')
  const status = useSystem((state) => state.status)
  const language = usePreferences((state) => state.language)
  const [chosen, setChosen] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Result<Report> | null>(null)
  const today = status?.operationalDate
  const date = chosen ?? today ?? ''
  const yesterday = today === undefined ? '' : dayBefore(today)
  // What was said holds for the day it was said of.
  const choose = (day: string | undefined): void => {
    setChosen(day)
    setAnswer(null)
  }
  const exportDay = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const result = await api().reports.day({ language, ...(date !== '' && { date }) })
    setBusy(false)
    setAnswer(result)
    if (result.ok) download(result.value.fileName, result.value.mediaType, result.value.content)
  }
  return (
    <form className="grid max-w-2xl justify-items-start gap-3 p-3" onSubmit={(event) => void exportDay(event)}>
      <div>
        <h2 className="text-base font-semibold">{t('day.title')}</h2>
        <p className="text-ink-muted">{t('day.text')}</p>
      </div>
      <div className="flex flex-wrap items-end gap-2.5">
        <label className="grid gap-1">
          <span className="label-caps">{t('day.date')}</span>
          <input
            type="date"
            required
            max={today}
            value={date}
            aria-describedby="day-hint"
            onChange={(event) => choose(event.target.value)}
            className="h-[34px] rounded-lg border border-line bg-panel px-2.5"
          />
        </label>
        <Segments
          label={t('day.date')}
          value={date === today ? 'today' : date === yesterday ? 'yesterday' : 'other'}
          onChange={(day) => choose(day === 'yesterday' ? yesterday : undefined)}
          options={[
            ['today', t('day.today')],
            ['yesterday', t('day.yesterday')],
          ]}
        />
        <Button type="submit" variant="primary" isPending={busy}>
          {t('day.export')}
        </Button>
      </div>
      <p id="day-hint" className="text-xs text-ink-muted">
        {status === null ? ' ' : t('day.hint', { rollover: status.unit.rollover })}
      </p>
      <Said answer={answer} />
    </form>
  )
}

function Said({ answer }: { answer: Result<Report> | null }) {
  const { t } = useTranslation('reports')
  if (answer?.ok === false) {
    const { message, howToFix } = refusalWords(answer.error)
    return (
      <p role="alert" className="w-full rounded-lg border-l-[5px] border-refused bg-refused-soft px-3 py-2 text-refused">
        <b className="font-semibold">{message}</b> {howToFix}
      </p>
    )
  }
  return (
    <div role="status" className="w-full">
      {answer === null ? null : (
        <div className="rounded-lg border border-l-[5px] border-line border-l-in px-3 py-2">
          <p className="font-semibold break-all">✓ {t('day.done', { fileName: answer.value.fileName })}</p>
          <p className="text-xs text-ink-muted">
            {t('day.movements', { count: answer.value.movements })} · {t('day.inside', { count: answer.value.inside })}
          </p>
        </div>
      )}
    </div>
  )
}
