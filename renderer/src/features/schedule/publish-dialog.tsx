import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useWords } from './schedule-view.ts'
import type { Spot } from './use-week-acts.tsx'
import { useWarningWords } from './warning-words.ts'

/** Shows what is missing and what speaks against the roster before it is put into effect all the same. */
export function PublishDialog({ spot: { roster, role, week }, onDone, onClose }: { spot: Spot; onDone: () => void; onClose: () => void }) {
  const { t, named, dayMonth } = useWords()
  const inWords = useWarningWords()
  const [problem, setProblem] = useState<Refused | null>(null)
  const missing = roster.missing.map(({ positionId, count }) => {
    const seat = role.positions.find(({ id }) => id === positionId)
    return seat === undefined ? t('publish.nobody') : t('publish.empty', { seat: seat.code, name: named(seat), count })
  })
  const nameOf = (memberId: string): string => [...roster.assignments.map(({ member }) => member), ...roster.overrides.flatMap(({ member, base }) => [member, base])].find((person) => person?.id === memberId)?.displayName ?? ''
  const run = async (): Promise<void> => {
    const result = await api().schedule.publish({ scheduleId: roster.scheduleId ?? '', acceptMissing: true })
    if (!result.ok) return setProblem(result.error)
    onDone()
    onClose()
  }
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : (
      <div className="grid gap-1">
        <p className="font-semibold">{title}</p>
        <ul className="grid gap-1">
          {lines.map((line, index) => (
            // Two empty places of one seat read alike.
            // eslint-disable-next-line react/no-array-index-key
            <li key={`${index} ${line}`} className="flex items-start gap-2 text-attention">
              <TriangleAlert aria-hidden size={15} className="mt-0.5 flex-none" />
              {line}
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <Dialog
      title={t('publish.title', { role: named(role), week: dayMonth(week.weekStart) })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('publish.back')}</Button>
          <Button variant="primary" autoFocus onPress={() => void run()}>
            {t('publish.anyway')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 text-ink">
        {list(t('publish.missing'), missing)}
        {list(
          t('publish.warnings'),
          roster.warnings.map((warning) => `${nameOf(warning.memberId)}: ${inWords(warning)}`),
        )}
        <p className="text-ink-muted">{t('publish.text')}</p>
        <Refusal of={problem} />
      </div>
    </Dialog>
  )
}
