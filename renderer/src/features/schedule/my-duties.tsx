import { BellRing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useMembers } from '../../stores/members.ts'
import { useSchedule } from '../../stores/schedule.ts'
import { useSession } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { useWords } from './schedule-view.ts'
import { useActs } from './use-acts.ts'

/** What the one who is signed in has before them, and the word that they will be there. Nothing where there is nothing to say. */
export function MyDuties() {
  const { t } = useTranslation('schedule')
  const { weekdayDay, dayMonth } = useWords()
  const session = useSession((state) => state.state?.session)
  const memberId = session == null || session.locked ? null : session.memberId
  const changes = [useSchedule((state) => state.changes), useMembers((state) => state.changes)]
  const { value } = useFetched(async () => (memberId === null ? { ok: true as const, value: { total: 0, duties: [] } } : api().schedule.memberSummary({ memberId })), memberId ?? '', changes)
  const { problem, run } = useActs()
  const waiting = value?.duties.filter(({ assignmentId, status }) => assignmentId !== null && status === 'assigned') ?? []
  if (waiting.length === 0 && problem === null) return null
  return (
    <section aria-label={t('mine.title')} className="grid gap-1.5 border-b border-line bg-out-soft px-3 py-2">
      <Refusal of={problem} />
      {waiting.map(({ assignmentId, role, position, dates, weekStart }) => {
        const duty = position === null ? t(role === 'DDS' ? 'role.DDS' : 'role.DUTY_WATCH') : `${t('role.DUTY_WATCH')}, ${position.code}`
        const when = role === 'DDS' ? t('mine.week', { week: dayMonth(weekStart) }) : dates.map(weekdayDay).join(', ')
        return (
          <p key={`${assignmentId} ${weekStart}`} className="flex flex-wrap items-center gap-2.5">
            <BellRing aria-hidden size={16} className="text-out" />
            <span className="flex-1">{t('mine.duty', { duty, when })}</span>
            <Button size="sm" variant="primary" aria-label={t('mine.confirmOf', { duty, when })} onPress={() => void run(api().schedule.confirm({ assignmentId: assignmentId ?? '' }))}>
              {t('mine.confirm')}
            </Button>
          </p>
        )
      })}
    </section>
  )
}
