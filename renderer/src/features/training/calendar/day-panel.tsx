import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import type { Occasion } from '../../../../../shared/domain/training-day.ts'
import type { ExceptionType } from '../../../../../shared/domain/training.ts'
import { useMay } from '../../../stores/session.ts'
import { useTraining } from '../../../stores/training.ts'
import { offerWayBack } from '../../../stores/undo.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useWords } from '../../schedule/schedule-view.ts'
import { yearOf, type Day, type YearSpan } from './calendar-view.ts'
import { ExceptionDialog } from './exception-dialog.tsx'
import { dropException, putException } from './exceptions.ts'
import { MarkChip } from './mark.tsx'
import { marksOf } from './marks.ts'
import { useDayWords } from './words.ts'

interface Props {
  readonly day: Day
  readonly years: readonly YearSpan[]
  readonly panel: RefObject<HTMLElement | null>
}

/** One day in sentences: what takes place and when, what does not and why; for administrators, how to change that. */
export function DayPanel({ day, years, panel }: Props) {
  const { t } = useTranslation('training')
  const { longDate } = useWords()
  const { sentence } = useDayWords()
  const year = yearOf(day.date, years)
  const marks = marksOf(day)
  return (
    <aside ref={panel} tabIndex={-1} aria-labelledby="calendar-day" className="grid min-h-0 content-start gap-4 overflow-y-auto border-l border-line bg-ground p-4 -outline-offset-2!">
      <div className="grid gap-1">
        <h2 id="calendar-day" className="text-[15px] font-semibold first-letter:uppercase">
          {longDate(day.date)}
        </h2>
        <p className="text-xs text-ink-muted">{years.length === 0 ? t('calendar.noYears') : year === undefined ? t('calendar.inNoYear') : t('calendar.inYear', { name: year.name })}</p>
        <div className="flex flex-wrap gap-1 pt-1">
          {marks.map((mark, index) => (
            <MarkChip key={`${mark.kind}${index}`} mark={mark} />
          ))}
        </div>
      </div>
      <div className="grid gap-2">
        <h3 className="label-caps">{t('calendar.what')}</h3>
        <Line occasion={day.trainingNight} words={sentence('training', day.trainingNight, day)} />
        <Line occasion={day.adminNight} words={sentence('admin', day.adminNight, day)} />
        {day.bmq.map((session) => (
          <Line key={session.courseId} occasion={session} words={sentence('bmq', session, day, session.name)} />
        ))}
        <Line occasion={day.work} words={sentence('work', day.work, day)} />
      </div>
      <Exceptions day={day} year={year} />
    </aside>
  )
}

const Line = ({ occasion: { hours }, words }: { occasion: Occasion; words: string }) => <p className={`wrap-break-word ${hours === null ? 'text-ink-muted' : 'font-medium'}`}>{words}</p>

/** What could be taken off this day: what is on. */
const possible = ({ trainingNight, adminNight, exceptions, isHoliday }: Day): readonly ExceptionType[] => [
  ...(trainingNight.hours === null ? [] : (['cancelled_training'] as const)),
  ...(adminNight.hours === null ? [] : (['cancelled_admin'] as const)),
  ...(isHoliday || exceptions.some(({ type }) => type === 'day_off') ? [] : (['day_off'] as const)),
]

function Exceptions({ day, year }: { day: Day; year: YearSpan | undefined }) {
  const { t } = useTranslation('training')
  const { longDate } = useWords()
  const may = useMay('admin')
  const [asked, setAsked] = useState<ExceptionType | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const takeBack = async ({ type, note }: Day['exceptions'][number]): Promise<void> => {
    if (busy) return
    setBusy(true)
    const result = await dropException(day.date, type)
    setBusy(false)
    setProblem(result.ok ? null : result.error)
    if (!result.ok || year === undefined) return
    const date = longDate(day.date)
    offerWayBack(t('calendar.done.takenBack', { date }), { run: () => putException(year.id, { date: day.date, type, note }), done: t(`calendar.done.${type}`, { date }) })
    // What had the focus is gone with the exception.
    document.getElementById('calendar-day')?.closest('aside')?.focus()
  }
  if (day.exceptions.length === 0 && !may) return null
  return (
    <div className="grid gap-2">
      <h3 className="label-caps">{t('calendar.exceptions')}</h3>
      {day.exceptions.map((exception) => (
        <div key={exception.type} className="grid justify-items-start gap-1.5 rounded-lg border border-attention bg-attention-soft px-3 py-2">
          <p className="font-medium text-attention">{t(`years.type.${exception.type}`)}</p>
          {exception.note === null ? null : <p className="wrap-break-word">{exception.note}</p>}
          {may ? (
            <Button size="sm" isDisabled={busy} onPress={() => void takeBack(exception)}>
              {t('calendar.takeBack')}
              <span className="sr-only">: {t(`years.type.${exception.type}`)}</span>
            </Button>
          ) : null}
        </div>
      ))}
      <Refusal of={problem} />
      {!may ? null : year === undefined ? (
        <>
          <p className="text-ink-muted">{t('calendar.needsYear')}</p>
          <div>
            <Button size="sm" onPress={() => useTraining.setState({ section: 'years' })}>
              {t('calendar.toYears')}
            </Button>
          </div>
        </>
      ) : (
        <div className="grid gap-1.5">
          {possible(day).map((type) => (
            <Button key={type} fullWidth onPress={() => setAsked(type)}>
              {t(`calendar.act.${type}`)}…
            </Button>
          ))}
        </div>
      )}
      {asked === null || year === undefined ? null : <ExceptionDialog date={day.date} type={asked} year={year} onClose={() => setAsked(null)} />}
    </div>
  )
}
