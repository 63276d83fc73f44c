import { useTimes } from './time.ts'
import { isoWeekdays, weekdayName } from './weekdays.ts'

interface Props {
  readonly label: string
  /** ISO weekdays, in any order. */
  readonly value: readonly number[]
  readonly onChange: (value: number[]) => void
}

/** Any of the seven days. */
export function WeekdaysField({ label, value, onChange }: Props) {
  const { locale } = useTimes()
  const toggled = (weekday: number): number[] => isoWeekdays.filter((day) => (day === weekday) !== value.includes(day))
  return (
    <div role="group" aria-label={label} className="grid gap-1">
      <span aria-hidden className="text-sm font-medium">
        {label}
      </span>
      <span className="flex overflow-hidden rounded-lg border border-line">
        {isoWeekdays.map((weekday) => (
          <button
            key={weekday}
            type="button"
            aria-pressed={value.includes(weekday)}
            onClick={() => onChange(toggled(weekday))}
            className={`h-[36px] flex-1 cursor-pointer border-line px-1.5 -outline-offset-2! not-first:border-l ${value.includes(weekday) ? 'bg-out-soft font-semibold text-out' : 'text-ink-muted hover:bg-chip'}`}
          >
            <span aria-hidden>{weekdayName(weekday, locale, 'short').replace('.', '')}</span>
            <span className="sr-only">{weekdayName(weekday, locale)}</span>
          </button>
        ))}
      </span>
    </div>
  )
}
