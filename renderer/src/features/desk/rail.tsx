import { CalendarDays, ChartColumn, ContactRound, GraduationCap, History, IdCard, Monitor, Nfc, NotebookPen, Settings, ShieldCheck, Siren, Ticket, Users, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { roomNeeds, rooms, useRoom, type Room } from '../../stores/room.ts'
import { mayNow, useSession } from '../../stores/session.ts'
import { leave } from '../../stores/unsaved.ts'

const icons: Record<Room, LucideIcon> = { desk: Monitor, visitors: ContactRound, events: Ticket, duty: ShieldCheck, log: NotebookPen, schedule: CalendarDays, training: GraduationCap, history: History, members: Users, badges: IdCard, reports: ChartColumn, muster: Siren, readers: Nfc, admin: Settings }

/** The rooms that the person at the desk may enter. */
export function Rail() {
  const { t } = useTranslation('common')
  const current = useRoom((state) => state.room)
  useSession()
  return (
    <nav aria-label={t('mainNavigation')} className="flex min-h-0 flex-col gap-0.5 overflow-y-auto border-r border-line bg-panel p-1.5">
      {rooms.filter((room) => room === current || mayNow(roomNeeds[room])).map((room) => {
        const Icon = icons[room]
        const here = room === current
        return (
          <button
            key={room}
            type="button"
            aria-current={here ? 'page' : undefined}
            onClick={() => (here ? undefined : leave(() => useRoom.setState({ room })))}
            className={`flex cursor-pointer flex-col items-center gap-1 rounded-lg py-1.5 text-[11px] ${here ? 'bg-out-soft font-semibold text-out' : 'text-ink-muted hover:bg-chip'}`}
          >
            <Icon aria-hidden size={20} strokeWidth={1.8} />
            {t(`rooms.${room}`)}
          </button>
        )
      })}
    </nav>
  )
}
