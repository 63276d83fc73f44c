import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useEventWords } from './events/event-words.ts'
import type { Day } from './month-view.tsx'
import { openEvent, openWeek, useView, useWords } from './schedule-view.ts'

/** What stands on one day, and where to go from there. */
export function DayDialog({ day: { date, holiday, watch, events }, onClose }: { day: Day; onClose: () => void }) {
  const { t, longDate, named } = useWords()
  const { statusWords } = useEventWords()
  const mayPlan = useMay('command')
  const go = (act: () => void) => (): void => {
    onClose()
    act()
  }
  return (
    <Dialog
      title={longDate(date)}
      isOpen
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          {mayPlan ? <Button onPress={go(() => useView.setState({ view: 'events', date, eventId: 'new' }))}>{t('event.plan')}</Button> : null}
          <Button variant="primary" autoFocus onPress={go(() => openWeek(date))}>
            {t('openWeek')}
          </Button>
        </>
      }
    >
      <div className="grid gap-2.5 text-ink">
        {holiday === null ? null : (
          <p>
            <Chip tone="visitor">{t('holiday')}</Chip> {named(holiday)}
          </p>
        )}
        <p>{watch === null ? t('noWatch') : `${t('role.DUTY_WATCH')}: ${[watch.start, t('filled', { filled: watch.filled, seats: watch.seats }), ...(watch.missing > 0 ? [t('missing', { count: watch.missing })] : [])].filter((words) => words !== null).join(' · ')}`}</p>
        {events.length === 0 ? (
          <p className="text-ink-muted">{t('event.noneThatDay')}</p>
        ) : (
          <ul className="grid gap-1">
            {events.map(({ id, title, startTime, status }) => (
              <li key={id}>
                <button type="button" onClick={go(() => openEvent(id))} className="flex w-full cursor-pointer items-baseline gap-2 rounded-md border border-line px-2.5 py-1.5 text-left hover:bg-chip">
                  <span className="text-ink-muted">{startTime ?? ''}</span>
                  <span className="flex-1 font-medium">{title}</span>
                  <span className="text-xs text-ink-muted">{statusWords(status)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
