import { useEffect, type RefObject } from 'react'
import { useRoom } from '../../stores/room.ts'
import { leave } from '../../stores/unsaved.ts'
import { showDuty } from '../duty/show-duty.ts'
import { mayNow } from '../../stores/session.ts'
import { openVisitorDialog, showVisitorsInside } from '../../stores/visitors.ts'
import { writeToday } from '../../stores/duty-log.ts'
import { openManual } from '../history/manual-store.ts'
import { useKioskDialog } from './kiosk-dialog.tsx'

/** The desk's function keys (screens.md 5.2). Digits and letters are never shortcuts: a reader types those. @param isSeen the rooms that they lead to are */
export function useShortcuts(findField: RefObject<HTMLInputElement | null>, isSeen: boolean): void {
  useEffect(() => {
    if (!isSeen) return undefined
    const acts: Readonly<Record<string, () => unknown>> = {
      F2: () =>
        leave(() => {
          useRoom.setState({ room: 'desk' })
          findField.current?.focus()
          findField.current?.select()
        }),
      F3: () => mayNow('quartermaster') && openVisitorDialog({ kind: 'signIn' }),
      F4: () => leave(showVisitorsInside),
      F5: () => openManual(),
      F6: () => showDuty('dds'),
      F7: () => showDuty('lockup'),
      F8: () =>
        leave(() => {
          useRoom.setState({ room: 'log' })
          writeToday()
        }),
      F9: () => leave(() => useRoom.setState({ room: 'reports' })),
      F10: () => leave(() => useRoom.setState({ room: 'schedule' })),
      F11: () => useKioskDialog.getState().toggle(),
    }
    const onKey = (event: KeyboardEvent): void => {
      const act = acts[event.key]
      if (act === undefined || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      event.preventDefault()
      // What a dialog asks comes first: the room behind it stays as it is.
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [findField, isSeen])
}
