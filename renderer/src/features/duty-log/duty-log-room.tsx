import { ChevronLeft, ChevronRight, Printer, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { api } from '../../api.ts'
import { showDay, useDutyLog } from '../../stores/duty-log.ts'
import { useMay } from '../../stores/session.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { usePrintKey } from '../../ui/use-print-key.ts'
import { ChecklistPanel } from './checklist-panel.tsx'
import { DaySheet } from './day-sheet.tsx'
import { EntryForm } from './entry-form.tsx'
import { EntryRow } from './entry-row.tsx'
import { PagePanel } from './page-panel.tsx'
import { SearchPanel } from './search-panel.tsx'

/** One operational day of the duty: what is to be done and was, and what happened (domain.md 4.12.6 ▶; screens.md P0-2.5, P0-5.3). */
export function DutyLogRoom() {
  const { t } = useTranslation(['dutyLog', 'common'])
  const { date, changes, side, isSearching } = useDutyLog()
  const today = useSystem((state) => state.status?.operationalDate)
  const { value: day, problem, retry } = useFetched(() => api().dutyLog.day({ date }), `${date} ${today}`, [changes])
  usePrintKey()
  if (day === null)
    return (
      <section className="panel h-full">
        {problem === null ? (
          <p role="status" className="p-6 text-ink-muted">
            {t('loading')}
          </p>
        ) : (
          <Failed problem={problem} retry={retry} />
        )}
      </section>
    )
  return (
    <section aria-labelledby="duty-log-title" className="panel h-full">
      <Head date={day.date} isToday={day.isToday} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(300px,2fr)_minmax(0,3fr)]">
        <div className="flex min-h-0 flex-col border-r border-line">
          <div className="flex flex-none border-b border-line p-2">
            <Segments
              label={t('title')}
              value={side}
              onChange={(next) => useDutyLog.setState({ side: next })}
              options={[
                ['checklist', t('side.checklist')],
                ['page', t('side.page')],
              ]}
            />
          </div>
          {side === 'checklist' ? <ChecklistPanel day={day} /> : <PagePanel />}
        </div>
        {isSearching ? (
          <SearchPanel />
        ) : (
          <div className="flex min-h-0 flex-col">
            {day.isToday ? <EntryForm date={day.date} /> : null}
            {day.entries.length === 0 ? (
              <EmptyState title={t('log.empty.title')} text={t('log.empty.text')} />
            ) : (
              <div tabIndex={0} role="region" aria-label={t('log.title')} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
                <ul>
                  {day.entries.toReversed().map((entry) => (
                    <EntryRow key={entry.id} entry={entry} date={day.date} />
                  ))}
                </ul>
              </div>
            )}
          </div>
        )}
      </div>
      <DaySheet day={day} />
    </section>
  )
}

function Head({ date, isToday }: { date: string; isToday: boolean }) {
  const { t } = useTranslation('dutyLog')
  const { civilDate } = useTimes()
  const maySearch = useMay('quartermasterOrDds')
  return (
    <div className="flex min-h-[51px] flex-wrap items-center gap-3 border-b border-line px-3 py-1.5">
      <h1 id="duty-log-title" className="text-[15px] font-semibold">
        {t('title')}
      </h1>
      <span className="flex items-center gap-1.5">
        <IconButton label={t('earlier')} onPress={() => showDay(addDays(date, -1))}>
          <ChevronLeft aria-hidden size={18} />
        </IconButton>
        <span className="min-w-28 text-center font-medium" aria-live="polite">
          {civilDate(date)}
        </span>
        {isToday ? null : (
          <>
            <IconButton label={t('later')} onPress={() => showDay(addDays(date, 1))}>
              <ChevronRight aria-hidden size={18} />
            </IconButton>
            <Button size="sm" onPress={() => showDay(null)}>
              {t('today')}
            </Button>
          </>
        )}
      </span>
      <span className="flex-1" />
      {maySearch ? (
        <Button onPress={() => useDutyLog.setState({ isSearching: true })}>
          <Search aria-hidden size={15} />
          {t('searchLog')}
        </Button>
      ) : null}
      <Button shortcut="Ctrl+P" onPress={() => window.print()}>
        <Printer aria-hidden size={15} />
        {t('print')}
      </Button>
    </div>
  )
}
