import { useTranslation } from 'react-i18next'
import { usePresence } from '../../stores/presence.ts'
import { useRoom } from '../../stores/room.ts'
import { withoutDivision } from './inside-order.ts'

/** Head count a division, and at the same time the filter: one press shows that division, another shows all. */
export function DivisionFilter() {
  const { t } = useTranslation('desk')
  const snapshot = usePresence((state) => state.snapshot)
  const chosen = useRoom((state) => state.division)
  if (snapshot === null || snapshot.people.length === 0) return null
  const loose = snapshot.people.filter(({ kind, division }) => kind === 'member' && division === null).length
  const divisions = [...snapshot.counts.byDivision, ...(loose > 0 ? [{ code: withoutDivision, name: t('noDivision'), present: loose, onRoll: loose }] : [])]
  return (
    <div role="group" aria-label={t('strip.divisions')} className="flex flex-wrap gap-1.5 border-b border-line px-3 py-2">
      {divisions.map(({ code, name, present }) => {
        const here = code === chosen
        return (
          <button
            key={code}
            type="button"
            title={name}
            aria-pressed={here}
            onClick={() => useRoom.setState({ division: here ? null : code })}
            className={`flex h-6 cursor-pointer items-center gap-1.5 rounded-md px-2 text-xs ${here ? 'bg-out text-on-action' : present === 0 ? 'bg-transparent text-ink-muted' : 'bg-chip text-ink hover:bg-out-soft'}`}
          >
            {code === withoutDivision ? t('noDivision') : code}
            <b>{present}</b>
          </button>
        )
      })}
    </div>
  )
}
