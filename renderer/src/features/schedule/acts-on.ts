import type { TFunction } from 'i18next'
import type { MenuAct } from '../../ui/action-menu.tsx'
import type { Assignment, Roster } from './schedule-view.ts'
import type { AssignmentAct } from './use-week-acts.tsx'

/** What a planner may do with somebody's place: a draft is changed freely, of a published roster it stays known who was on it. */
export function actsOn({ status, notes }: Assignment, roster: Roster['status'], t: TFunction<'schedule'>): MenuAct<AssignmentAct>[] {
  if (status === 'released') return [{ key: 'restore', words: t('act.restore') }, ...(roster === 'draft' ? [{ key: 'remove' as const, words: t('act.remove'), isGrave: true }] : [])]
  return [
    { key: 'change', words: t('act.change') },
    { key: 'swap', words: t('act.swap') },
    status === 'confirmed' ? { key: 'unconfirm', words: t('act.unconfirm') } : { key: 'confirm', words: t('act.confirm') },
    { key: 'note', words: t(notes === null ? 'act.addNote' : 'act.changeNote') },
    roster === 'draft' ? { key: 'remove', words: t('act.remove'), isGrave: true } : { key: 'release', words: t('act.release'), isGrave: true },
  ]
}
