import { useId } from 'react'
import { useTimes } from './time.ts'
import { monthName } from './weekdays.ts'

interface Props {
  readonly label: string
  /** `MM-DD` */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly dayLabel: string
  readonly monthLabel: string
}

const two = (number: number): string => String(number).padStart(2, '0')
const field = 'h-[38px] min-w-0 rounded-lg border bg-panel px-2 text-ink'

/** A day of every year: its number and its month. */
export function YearDayField({ label, value, onChange, error, dayLabel, monthLabel }: Props) {
  const { locale } = useTimes()
  const problem = useId()
  const [month = '01', day = '01'] = value.split('-')
  const told = { 'aria-invalid': error !== undefined, ...(error !== undefined && { 'aria-describedby': problem }) }
  const edge = error === undefined ? 'border-line' : 'border-refused'
  return (
    <div role="group" aria-label={label} className="grid min-w-0 gap-1">
      <span aria-hidden className="text-sm font-medium">
        {label}
      </span>
      <span className="flex gap-1.5">
        <select {...told} aria-label={dayLabel} value={day} onChange={(event) => onChange(`${month}-${event.target.value}`)} className={`${field} ${edge} flex-none`}>
          {Array.from({ length: 31 }, (_, index) => two(index + 1)).map((text) => (
            <option key={text} value={text}>
              {Number(text)}
            </option>
          ))}
        </select>
        <select {...told} aria-label={monthLabel} value={month} onChange={(event) => onChange(`${event.target.value}-${day}`)} className={`${field} ${edge} flex-1`}>
          {Array.from({ length: 12 }, (_, index) => (
            <option key={index} value={two(index + 1)}>
              {monthName(index + 1, locale)}
            </option>
          ))}
        </select>
      </span>
      {error === undefined ? null : (
        <span id={problem} className="text-xs text-refused">
          {error}
        </span>
      )}
    </div>
  )
}
