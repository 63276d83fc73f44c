import { useTranslation } from 'react-i18next'
import { byDivision, countFlag, withoutDivision, type AttendanceRecord } from './attendance-list.ts'
import { show, useAttendanceView } from './attendance-view.ts'
import { FlagMark, useNumber } from './figure.tsx'

/** Each division's attendance, and how many are below the thresholds; both are filters as well: one press narrows, another shows all. */
export function DivisionBars({ records }: { records: readonly AttendanceRecord[] }) {
  const { t } = useTranslation('attendance')
  const number = useNumber()
  const shown = useAttendanceView((state) => state.shown)
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-2 border-b border-line px-3 py-2">
      <div role="group" aria-label={t('divisions')} className="grid max-h-[132px] min-w-0 flex-1 grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-1 overflow-y-auto">
        {byDivision(records).map(({ code, name, people, percentage }) => {
          const here = shown.division === code
          const full = name ?? t('noDivision')
          return (
            <button
              key={code}
              type="button"
              aria-pressed={here}
              title={t('divisionIs', { name: full, people: t('people', { count: people }) })}
              onClick={() => show({ division: here ? null : code })}
              className={`grid h-[27px] cursor-pointer grid-cols-[64px_minmax(30px,1fr)_58px] items-center gap-2 rounded-md px-2 text-xs -outline-offset-2! ${here ? 'bg-out-soft' : 'hover:bg-chip'}`}
            >
              <span className="truncate text-left font-semibold">{code === withoutDivision ? '–' : code}</span>
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-chip">
                <span className="block h-full rounded-full bg-out" style={{ width: `${percentage ?? 0}%` }} />
              </span>
              <span className="text-right whitespace-nowrap">{percentage === null ? '–' : t('percentage', { number: number(percentage) })}</span>
              <span className="sr-only">{t('divisionIs', { name: full, people: t('people', { count: people }) })}</span>
            </button>
          )
        })}
      </div>
      <div role="group" aria-label={t('below')} className="flex flex-none gap-1.5">
        {(['warning', 'critical'] as const).map((flag) => (
          <button key={flag} type="button" aria-pressed={shown.flag === flag} onClick={() => show({ flag: shown.flag === flag ? null : flag })} className={`flex h-[30px] cursor-pointer items-center gap-2 rounded-lg border px-2.5 ${shown.flag === flag ? 'border-out bg-out-soft' : 'border-line hover:bg-chip'}`}>
            <FlagMark flag={flag} />
            <b>{countFlag(records, flag)}</b>
          </button>
        ))}
      </div>
    </div>
  )
}
