import { useTranslation } from 'react-i18next'
import type { Alert } from '../../stores/alerts.ts'
import { useTimes } from '../../ui/time.ts'
import { useSizeWords } from '../../ui/use-size-words.ts'

/** So many names fit on a card; the record has all of them. */
const shownNames = 4

const text = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const someOf = (names: unknown): string => (Array.isArray(names) && names.length > shownNames ? `${text(names.slice(0, shownNames))} …` : text(names))

/** What an alert says: a headline, and one line from its facts. */
export function useAlertWords(): (alert: Alert) => { title: string; line: string } {
  const { t } = useTranslation('alerts')
  const { time, moment, civilDate } = useTimes()
  const size = useSizeWords()
  return ({ type, facts }) => {
    const of = (key: string): string => text(facts[key])
    const name = of('name')
    const badge = { name, serialTail: of('serialTail'), station: of('station') }
    const seat = { name, seat: of('seat'), seatName: of('seatName') }
    const ownLine = (): string | null => {
      switch (of('what')) {
        case 'backup_overdue':
          return of('at') === '' ? t('line.backupNever') : t('line.backupOverdue', { at: moment(of('at')) })
        case 'second_missing':
        case 'second_full':
        case 'second_read_only':
        case 'second_failed':
          return t(`line.${of('what') as 'second_missing'}`, { folder: of('folder') })
        case 'database_damaged':
          return of('at') === '' ? t('line.damagedNoBackup') : t('line.damaged', { at: moment(of('at')) })
        case 'disk_low':
        case 'disk_very_low':
          return t(`line.${of('what') as 'disk_low'}`, { free: size(Number(facts['freeBytes'] ?? 0)) })
        default:
          return null
      }
    }
    const line = (): string => {
      switch (type) {
        case 'badge_unknown':
        case 'badge_unassigned':
          return t(facts['isShared'] === true ? 'line.badgeShared' : 'line.badge', badge)
        case 'badge_disabled':
        case 'unauthorized_access':
          return name === '' ? t('line.badge', badge) : t('line.badgeOf', badge)
        case 'inactive_member':
          return t('line.person', badge)
        case 'lockup_holder_left':
          return t('line.person', badge)
        case 'lockup_reminder':
        case 'lockup_not_executed':
        case 'building_not_secured':
        case 'duty_watch_without_lockup':
          return name === '' ? '' : t('line.holder', { name })
        case 'lockup_stuck':
          return t('line.stuck', { name, since: time(of('since')) })
        case 'duty_watch_seat_empty':
          return t('line.seat', seat)
        case 'duty_watch_not_in':
          return t('line.seatPerson', seat)
        case 'dds_missing':
          return name === '' ? t('line.nobodyExpected') : t('line.expected', { name })
        case 'nobody_holds_lockup':
        case 'duty_watch_not_scheduled':
          return of('date') === '' ? '' : t('line.date', { date: civilDate(of('date')) })
        case 'missed_checkout':
        case 'visitor_overstay':
          return t('line.names', { count: Number(facts['count'] ?? 0), names: someOf(facts['names']) })
        case 'missed_checkout_often':
          return t('line.often', { name, count: Number(facts['count'] ?? 0) })
        case 'clock_jumped':
          return t('line.clock', { minutes: of('minutes') })
        case 'reader_lost':
          return t('line.reader', { name })
        case 'muster_not_printed':
          return of('text') || name
        case 'system':
          return ownLine() ?? (of('text') || name)
      }
    }
    return { title: t(`what.${type}`), line: line() }
  }
}
