import { ChevronLeft, ChevronRight, SkipBack, SkipForward } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, isCivilDate } from '../../../../../shared/domain/civil-date.ts'
import { api } from '../../../api.ts'
import { sayDone, sayRefused } from '../../../stores/undo.ts'
import { refusalLine } from '../../../i18n/refusal-words.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { useWords } from '../../schedule/schedule-view.ts'
import { addMonths, useCalendarView, views } from './calendar-view.ts'

interface Props {
  readonly date: string
  readonly today: string
  readonly span: { readonly from: string; readonly to: string }
  readonly onChoose: (date: string) => void
}

/** How far a night is looked for: what the core tells of at once. */
const farDays = 400

/** Where in time, and how it is shown. */
export function CalendarBar({ date, today, span: { from, to }, onChoose }: Props) {
  const { t } = useTranslation('training')
  const { month, range } = useWords()
  const view = useCalendarView((state) => state.view)
  // A year is typed digit by digit: what stands in the field stays there until it is left.
  const [typed, setTyped] = useState<string | null>(null)
  const jump = (text: string): void => {
    setTyped(text)
    if (isCivilDate(text)) onChoose(text)
  }
  const months = view === 'month' ? 1 : 12
  const toNight = async (by: 1 | -1): Promise<void> => {
    const [near, far] = [addDays(date, by), addDays(date, by * farDays)]
    const result = await api().training.calendar(by === 1 ? { from: near, to: far } : { from: far, to: near })
    if (!result.ok) return sayRefused(refusalLine(result.error))
    const nights = result.value.days.filter(({ trainingNight }) => trainingNight.hours !== null)
    const night = by === 1 ? nights[0] : nights.at(-1)
    if (night === undefined) sayDone(t(by === 1 ? 'calendar.noneAfter' : 'calendar.noneBefore'))
    else onChoose(night.date)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5">
      <Segments label={t('calendar.show')} value={view} onChange={(next) => useCalendarView.setState({ view: next })} options={views.map((name) => [name, t(`calendar.view.${name}`)] as const)} />
      <span className="flex items-center gap-1.5">
        <IconButton label={t(`calendar.earlier.${view}`)} onPress={() => onChoose(addMonths(date, -months))}>
          <ChevronLeft aria-hidden size={18} />
        </IconButton>
        <span className="min-w-40 text-center font-medium first-letter:uppercase" aria-live="polite">
          {view === 'month' ? month(date) : range(from, to)}
        </span>
        <IconButton label={t(`calendar.later.${view}`)} onPress={() => onChoose(addMonths(date, months))}>
          <ChevronRight aria-hidden size={18} />
        </IconButton>
      </span>
      <Button size="sm" isDisabled={date === today} onPress={() => onChoose(today)}>
        {t('calendar.toToday')}
      </Button>
      <label className="flex items-center gap-1.5 text-sm">
        {t('calendar.jump')}
        <input type="date" min="1900-01-01" max="2199-12-31" value={typed ?? date} onChange={(event) => jump(event.target.value)} onBlur={() => setTyped(null)} className="h-[30px] rounded-lg border border-line bg-panel px-2" />
      </label>
      <span className="flex-1" />
      <Button size="sm" onPress={() => void toNight(-1)}>
        <SkipBack aria-hidden size={14} />
        {t('calendar.previousNight')}
      </Button>
      <Button size="sm" onPress={() => void toNight(1)}>
        {t('calendar.nextNight')}
        <SkipForward aria-hidden size={14} />
      </Button>
    </div>
  )
}
