/** Hears every event once a window and keeps the stores true. Components never subscribe. */
import { api, watchConnection, windowName } from './api.ts'
import { showScan } from './stores/kiosk.ts'
import { rollChanged, useMembers } from './stores/members.ts'
import { usePresence } from './stores/presence.ts'
import { useSystem } from './stores/system.ts'

/** Runs `fetch` at once, and once more when asked while it ran: a burst of events is two fetches, not a hundred. */
function coalesced(fetch: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    running = true
    do {
      again = false
      await fetch()
    } while (again)
    running = false
  }
  return () => {
    if (running) again = true
    else void run()
  }
}

export const refreshPresence = coalesced(async () => {
  const result = await api().presence.now({})
  if (result.ok) usePresence.setState({ snapshot: result.value })
})

export const refreshActivity = coalesced(async () => {
  const result = await api().presence.activity({ limit: 50 })
  if (result.ok) usePresence.setState({ activity: result.value })
})

export const refreshSystem = coalesced(async () => {
  const [status, readers, kiosk] = await Promise.all([api().system.status({}), api().readers.list({}), api().kiosk.state({})])
  if (status.ok) useSystem.setState({ status: status.value, clockOffset: new Date(status.value.now).getTime() - Date.now() })
  if (readers.ok) useSystem.setState({ readers: readers.value.readers })
  if (kiosk.ok) useSystem.setState({ kioskOpen: kiosk.value.open })
})

function refreshAll(): void {
  refreshSystem()
  // The kiosk shows nobody but the person who scans: it never asks for the list.
  if (windowName === 'kiosk') return
  refreshPresence()
  refreshActivity()
}

/** Called once, after `connect`. */
export function startLive(): void {
  watchConnection((connected) => {
    const { lostAt } = useSystem.getState()
    useSystem.setState({ connected, lostAt: connected ? null : (lostAt ?? Date.now()) })
    // Whatever was missed while nothing could arrive is in the snapshots.
    if (connected) refreshAll()
  })
  const { on } = api().presence
  on.scanned((outcome) => {
    showScan(outcome)
    if (windowName === 'desk') refreshActivity()
  })
  on.changed(({ revision }) => {
    const known = usePresence.getState().snapshot?.revision ?? -1
    if (windowName === 'desk' && revision > known) refreshPresence()
  })
  api().members.on.changed(rollChanged)
  api().badges.on.enrolmentChanged((enrolment) => {
    useMembers.setState({ enrolment })
    if (enrolment.state === 'enrolled') rollChanged()
  })
  api().readers.on.changed(({ readers }) => useSystem.setState({ readers }))
  api().system.on.changed(refreshSystem)
  api().kiosk.on.changed(({ open }) => useSystem.setState({ kioskOpen: open }))
  // The operational day turns over, and a clock may be set, without an event.
  setInterval(refreshAll, 60_000)
}
