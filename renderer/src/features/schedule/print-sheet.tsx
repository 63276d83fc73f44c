import { useTranslation } from 'react-i18next'
import { nightTeam, rostered } from '../../../../shared/domain/duty-roster.ts'
import { Paper } from '../../ui/paper.tsx'
import { useWords, type DutyRole, type DutyWeek, type Roster } from './schedule-view.ts'

/** To be filled in by hand. */
const blank = '________________________'

interface Props {
  readonly weeks: readonly DutyWeek[]
  readonly roles: readonly DutyRole[]
}

/** One table a duty and week. A draft says that it is one. */
export function PrintSheet({ weeks, roles }: Props) {
  const { t, range } = useWords()
  return (
    <Paper title={t('print.title')}>
      {weeks.map((week) => (
        <section key={week.weekStart}>
          <h2>{range(week.weekStart, week.weekEnd)}</h2>
          {roles.map((role) => {
            const roster = week.rosters.find((one) => one.role === role.code)
            return roster === undefined ? null : <RosterTable key={role.code} role={role} roster={roster} week={week} />
          })}
          <Calendar week={week} />
        </section>
      ))}
    </Paper>
  )
}

function RosterTable({ role, roster, week }: { role: DutyRole; roster: Roster; week: DutyWeek }) {
  const { t } = useTranslation('schedule')
  const { named, weekdayDay } = useWords()
  const people = rostered(roster.assignments)
  const seats = role.positions.length === 0 ? [{ id: null, code: role.code, words: '', maxSlots: 1 }] : role.positions.map((seat) => ({ id: seat.id, code: seat.code, words: named(seat), maxSlots: seat.maxSlots }))
  const nights = week.nights.filter(({ date }) => roster.overrides.some(({ nightDate }) => nightDate === date))
  return (
    <table>
      <caption>
        {named(role)}
        {roster.status === 'published' ? '' : ` – ${t(roster.status === 'draft' ? 'print.draft' : 'print.none')}`}
        {role.kind === 'team' ? ` (${week.nights.map(({ date, start }) => `${weekdayDay(date)}${start === null ? '' : ` ${start}`}`).join(', ')})` : ''}
      </caption>
      <tbody>
        {seats.map((seat) => {
          const own = people.filter(({ positionId }) => positionId === seat.id)
          return (
            <tr key={seat.id ?? 'one'}>
              <th scope="row">{[seat.code, seat.words].filter((words) => words !== '').join(' · ')}</th>
              <td>
                {own.map(({ id, member }) => (
                  <p key={id}>{member.displayName}</p>
                ))}
                {Array.from({ length: Math.max(0, seat.maxSlots - own.length) }, (_, index) => (
                  <p key={index}>{blank}</p>
                ))}
              </td>
            </tr>
          )
        })}
        {nights.map(({ date }) => (
          <tr key={date}>
            <th scope="row">{t('print.night', { on: weekdayDay(date) })}</th>
            <td>
              {nightTeam(roster.assignments, roster.overrides, date).map(({ id, positionId, member }) => (
                <p key={id}>
                  {role.positions.find((seat) => seat.id === positionId)?.code ?? ''} {member.displayName}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Calendar({ week: { holidays, events } }: { week: DutyWeek }) {
  const { t } = useTranslation('schedule')
  const { named, weekdayDay } = useWords()
  const lines = [...holidays.map((holiday) => `${weekdayDay(holiday.date)}: ${named(holiday)} (${t('holiday')})`), ...events.filter(({ status }) => status !== 'draft' && status !== 'cancelled').map(({ date, startTime, title }) => `${weekdayDay(date)}${startTime === null ? '' : ` ${startTime}`}: ${title}`)]
  return lines.length === 0 ? null : <p>{lines.join(' · ')}</p>
}
