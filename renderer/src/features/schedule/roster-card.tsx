import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { rostered } from '../../../../shared/domain/duty-roster.ts'
import { useMay } from '../../stores/session.ts'
import { ActionMenu, type MenuAct } from '../../ui/action-menu.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords, type DutyRole, type Roster } from './schedule-view.ts'
import { StateMark } from './state-mark.tsx'

const edges = { none: 'border-l-line border-dashed', draft: 'border-l-attention border-dashed', published: 'border-l-in' } as const

/** As high as its line. */
const small = 'h-[27px] px-2.5'

export type RosterAct = 'begin' | 'copy' | 'publish' | 'revert' | 'note' | 'delete'

interface Props {
  readonly role: DutyRole
  readonly roster: Roster
  readonly weekStart: string
  readonly onAct: (act: RosterAct) => void
  readonly children?: ReactNode
}

const placesOf = (role: DutyRole): number => (role.kind === 'single' ? 1 : role.positions.reduce((sum, { maxSlots }) => sum + maxSlots, 0))

/** One duty of one week: whether it has effect, who is on it, what is missing, and what can be done with it as a whole. */
export function RosterCard({ role, roster, weekStart, onAct, children }: Props) {
  const { t } = useTranslation('schedule')
  const { named, dayMonth } = useWords()
  const mayPlan = useMay('command')
  const { status } = roster
  const filled = rostered(roster.assignments).length
  const missing = roster.missing.reduce((sum, { count }) => sum + count, 0)
  const title = `${weekStart}-${role.code}`
  const more: MenuAct<RosterAct>[] = [{ key: 'note', words: t(roster.notes === null ? 'act.addNote' : 'act.changeNote') }, ...(status === 'draft' ? [...(roster.assignments.length === 0 ? [{ key: 'copy' as const, words: t('act.copy') }] : []), { key: 'delete' as const, words: t('act.delete'), isGrave: true }] : [])]
  return (
    <section aria-labelledby={title} data-status={status} className={`rounded-lg border border-l-[5px] border-line ${edges[status]}`}>
      <div className="flex min-h-[40px] flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
        <h3 id={title} className="font-semibold">
          {named(role)}
        </h3>
        <StateMark status={status} />
        {status === 'none' || role.kind === 'single' ? null : (
          <span className={`text-xs ${missing > 0 ? 'font-semibold text-attention' : 'text-ink-muted'}`}>
            {t('filled', { filled, seats: placesOf(role) })}
            {missing > 0 ? ` · ${t('missing', { count: missing })}` : ''}
          </span>
        )}
        <span className="flex-1" />
        {!mayPlan ? null : status === 'none' ? (
          <>
            <Button size="sm" className={small} onPress={() => onAct('copy')}>
              {t('act.copy')}
            </Button>
            <Button size="sm" className={small} data-control={`begin ${weekStart} ${role.code}`} onPress={() => onAct('begin')}>
              {t('act.begin')}
            </Button>
          </>
        ) : (
          <>
            {status === 'draft' ? (
              <Button size="sm" variant="primary" className={small} onPress={() => onAct('publish')}>
                {t('act.publish')}
              </Button>
            ) : (
              <Button size="sm" className={small} onPress={() => onAct('revert')}>
                {t('act.revert')}
              </Button>
            )}
            <ActionMenu label={t('act.more', { role: named(role), week: dayMonth(weekStart) })} acts={more} onAct={onAct} className="grid size-[27px] place-items-center font-bold">
              <span aria-hidden>⋯</span>
            </ActionMenu>
          </>
        )}
      </div>
      {children}
      {roster.notes === null ? null : <p className="border-t border-line px-3 py-1.5 text-xs whitespace-pre-line text-ink-muted">{roster.notes}</p>}
    </section>
  )
}
