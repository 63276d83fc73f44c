import { Activity, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMuster } from '../../stores/muster.ts'
import { roomNeeds, useRoom, type Room } from '../../stores/room.ts'
import { useMay, useSession } from '../../stores/session.ts'
import { useWedge } from '../../wedge/use-wedge.ts'
import { AccountDialogs } from '../accounts/account-dialogs.tsx'
import { usePresenceOfPerson } from '../accounts/use-presence-of-person.ts'
import { AdminRoom } from '../admin/admin-room.tsx'
import { AcknowledgeDialog } from '../alerts/acknowledge-dialog.tsx'
import { AlertListDialog } from '../alerts/alert-list-dialog.tsx'
import { NotesDialog } from '../alerts/notes-dialog.tsx'
import { useAlertSound } from '../alerts/use-alert-sound.ts'
import { BadgesRoom } from '../badges/badges-room.tsx'
import { DutyDialogs } from '../duty/duty-dialogs.tsx'
import { DutyLogRoom } from '../duty-log/duty-log-room.tsx'
import { DutyRoom } from '../duty/duty-room.tsx'
import { StartOfDayBar } from '../duty/start-of-day-bar.tsx'
import { EventsRoom } from '../events/events-room.tsx'
import { HistoryRoom } from '../history/history-room.tsx'
import { ManualDialog } from '../history/manual-dialog.tsx'
import { UndoToast } from '../history/undo-toast.tsx'
import { MembersRoom } from '../members/members-room.tsx'
import { HoldRing } from '../muster/hold-ring.tsx'
import { MusterBar } from '../muster/muster-bar.tsx'
import { MusterDialogs } from '../muster/muster-dialogs.tsx'
import { MusterRoom } from '../muster/muster-room.tsx'
import { MusterView } from '../muster/muster-view.tsx'
import { useMusterKey } from '../muster/use-muster-key.ts'
import { OfflineBar } from '../offline/offline-bar.tsx'
import { ReadersRoom } from '../readers/readers-room.tsx'
import { ScheduleRoom } from '../schedule/schedule-room.tsx'
import { ReportsRoom } from '../reports/reports-room.tsx'
import { SetUpDone } from '../set-up/set-up-done.tsx'
import { SetUpWindow } from '../set-up/set-up-window.tsx'
import { TrainingRoom } from '../training/training-room.tsx'
import { TurnoverBanner } from '../turnover/turnover-banner.tsx'
import { TurnoverDialogs } from '../turnover/turnover-dialogs.tsx'
import { VisitorDialogs } from '../visitors/visitor-dialogs.tsx'
import { VisitorsRoom } from '../visitors/visitors-room.tsx'
import { DeskRoom } from './desk-room.tsx'
import { Header } from './header.tsx'
import { KioskDialog } from './kiosk-dialog.tsx'
import { Rail } from './rail.tsx'
import { scanAtDesk } from './scan-at-desk.ts'
import { ShutRoom } from './shut-room.tsx'
import { Troubles } from './troubles.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const roomOf: Record<Room, () => React.ReactNode> = { desk: DeskRoom, visitors: VisitorsRoom, events: EventsRoom, duty: DutyRoom, log: DutyLogRoom, schedule: ScheduleRoom, training: TrainingRoom, history: HistoryRoom, members: MembersRoom, badges: BadgesRoom, reports: ReportsRoom, muster: MusterRoom, readers: ReadersRoom, admin: AdminRoom }

/** The frame of the duty desk: bar, rooms, and whatever is wrong, said at once. */
export function DeskWindow() {
  const { t } = useTranslation(['common', 'desk'])
  const room = useRoom((state) => state.room)
  const findField = useRef<HTMLInputElement>(null)
  // The roll call covers the desk; the desk stays as it was left, dialogs and all, for whoever steps aside to it.
  const isCovered = useMuster((state) => state.shownId !== null || state.starting !== null)
  const held = useMusterKey()
  useShortcuts(findField, !isCovered)
  // A keyboard reader works here too, whatever has the focus.
  useWedge(scanAtDesk)
  useEffect(() => {
    if (!isCovered) document.title = `${t(`common:rooms.${room}`)} · Sentinel`
  }, [room, t, isCovered])
  const open = useMay(roomNeeds[room])
  const setUp = useSession((state) => state.state?.setUp)
  const [justSetUp, setJustSetUp] = useState(false)
  usePresenceOfPerson()
  useAlertSound()
  const Current = roomOf[room]
  if (setUp === false) return <SetUpWindow onDone={() => setJustSetUp(true)} />
  return (
    <>
      <Activity mode={isCovered ? 'hidden' : 'visible'}>
        <div className="grid h-full grid-cols-[76px_minmax(0,1fr)] grid-rows-[52px_auto_minmax(0,1fr)]">
          <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-panel focus:p-2">
            {t('common:skipToContent')}
          </a>
          <Header findField={findField} />
          <div className="col-span-2">
            <MusterBar />
            <Troubles />
            <OfflineBar />
            <TurnoverBanner />
            <StartOfDayBar />
          </div>
          <Rail />
          <main id="content" tabIndex={-1} className="min-h-0 overflow-hidden p-3 outline-none">
            {open ? <Current /> : <ShutRoom need={roomNeeds[room]} />}
          </main>
        </div>
        <KioskDialog />
        <AlertListDialog />
        <NotesDialog />
        <DutyDialogs />
        <TurnoverDialogs />
        <AcknowledgeDialog />
        <ManualDialog />
        <VisitorDialogs />
        {justSetUp ? <SetUpDone onClose={() => setJustSetUp(false)} /> : null}
      </Activity>
      {isCovered ? <MusterView /> : null}
      <MusterDialogs />
      <AccountDialogs />
      <UndoToast />
      <HoldRing since={held} />
    </>
  )
}
