/** Hears every event once a window and keeps the stores true. Components never subscribe. */
import { api, gatewayView, isDisplay, onlyStation, watchConnection, windowName } from './api.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createRefresher } from './refresher.ts'
import { useAlertCounts, useAlerts } from './stores/alerts.ts'
import { dutyLogChanged } from './stores/duty-log.ts'
import { useDuty } from './stores/duty.ts'
import { useDefinitions } from './stores/definitions.ts'
import { eventsChanged } from './stores/events.ts'
import { showScan, useKiosk } from './stores/kiosk.ts'
import { setKioskSettings } from './stores/kiosk-pace.ts'
import { rollChanged, useMembers } from './stores/members.ts'
import { musterChanged, refreshMuster } from './stores/muster.ts'
import { usePresence } from './stores/presence.ts'
import { useTurnover } from './stores/turnover.ts'
import { useRollProgress } from './stores/roll-progress.ts'
import { useOffline } from './stores/offline.ts'
import { presetsChanged, useReports } from './stores/reports.ts'
import { scheduleChanged } from './stores/schedule.ts'
import { useSession } from './stores/session.ts'
import { settingsChanged } from './stores/settings.ts'
import { visitorsChanged } from './stores/visitors.ts'
import { accountsChanged, useSignInBadge } from './stores/sign-in-badge.ts'
import { useStations } from './stores/stations.ts'
import { useSystem, type SystemStatus } from './stores/system.ts'
import { trainingChanged } from './stores/training.ts'
import { noteUnrecorded } from './stores/unrecorded.ts'

export const refreshPresence = createRefresher(
  async () => {
    const result = await api().presence.now({})
    return result.ok ? () => usePresence.setState({ snapshot: result.value, snapshotAt: Date.now() }) : undefined
  },
  { onOutcome: (succeeded) => usePresence.setState({ failing: !succeeded }) },
)

export const refreshActivity = createRefresher(async () => {
  const result = await api().presence.activity({ limit: 50 })
  return result.ok ? () => usePresence.setState({ activity: result.value }) : undefined
})

const takeStatus = (status: SystemStatus): void => {
  const isFirst = useSystem.getState().status === null
  useSystem.setState({ status, clockOffset: new Date(status.now).getTime() - Date.now() })
  // Only now it is known whose kiosk this is.
  if (isFirst && windowName === 'kiosk') refreshKioskSettings()
}

export const refreshSystem = createRefresher(async () => {
  if (gatewayView !== null) {
    // Readers and windows of the desk are nothing that a screen elsewhere may ask for.
    const status = await api().system.status({})
    return status.ok ? () => takeStatus(status.value) : undefined
  }
  const [status, readers, kiosk, wall] = await Promise.all([api().system.status({}), api().readers.list({}), api().kiosk.state({}), api().wall.state({})])
  if (!status.ok) return undefined
  return () => {
    takeStatus(status.value)
    if (wall.ok) useSystem.setState({ wallOpen: wall.value.open })
    if (readers.ok) useSystem.setState({ readers: readers.value.readers })
    if (kiosk.ok) useSystem.setState({ kioskOpen: kiosk.value.open, kioskHasCode: kiosk.value.hasCode })
  }
})

export const refreshOffline = createRefresher(async () => {
  const result = await api().offline.status({})
  return result.ok ? () => useOffline.setState({ status: result.value }) : undefined
})

export const refreshDefinitions = createRefresher(async () => {
  const result = await api().definitions.read({})
  return result.ok ? () => useDefinitions.setState({ definitions: result.value }) : undefined
})

export const refreshStations = createRefresher(async () => {
  const result = await api().stations.list({})
  return result.ok ? () => useStations.setState({ stations: result.value.stations }) : undefined
})

export const refreshKioskSettings = createRefresher(async () => {
  const stationId = onlyStation ?? useSystem.getState().status?.stationId
  if (stationId === undefined) return undefined
  const result = await api().kiosk.settings({ stationId })
  return result.ok ? () => setKioskSettings(result.value.settings) : undefined
})

export const refreshAlerts = createRefresher(async () => {
  const result = await api().alerts.active({})
  return result.ok ? () => useAlerts.setState({ alerts: result.value.alerts }) : undefined
})

export const refreshAlertCounts = createRefresher(async () => {
  const result = await api().alerts.counts({})
  return result.ok ? () => useAlertCounts.setState(result.value) : undefined
})

export const refreshDuty = createRefresher(async () => {
  const [dds, lockup, tonight] = await Promise.all([api().dds.today({}), api().lockup.status({}), api().schedule.tonight({})])
  return dds.ok && lockup.ok ? () => useDuty.setState({ dds: dds.value, lockup: lockup.value, tonight: tonight.ok ? tonight.value : null }) : undefined
})

export const refreshTurnover = createRefresher(async () => {
  const [status, digest] = await Promise.all([api().jobs.status({}), api().jobs.digest({})])
  return status.ok && digest.ok ? () => useTurnover.setState({ status: status.value, digest: digest.value }) : undefined
})

export const refreshSession = createRefresher(async () => {
  const result = await api().accounts.state({})
  return result.ok ? () => useSession.setState({ state: result.value }) : undefined
})

function refreshAll(): void {
  refreshSystem()
  refreshDuty()
  refreshMuster()
  if (isDisplay) {
    refreshPresence()
    if (windowName === 'wall') refreshActivity()
    else refreshStations()
    return refreshAlertCounts()
  }
  refreshOffline()
  refreshStations()
  // The kiosk shows nobody but the person who scans, and who has a duty: it never asks for the list.
  if (windowName === 'kiosk') return refreshKioskSettings()
  refreshPresence()
  refreshActivity()
  refreshSession()
  refreshDefinitions()
  refreshAlerts()
  refreshTurnover()
}

/** Until then a window that opens is not called lost: its first connection takes a moment. */
const openingMs = 3_000

/** The window is connected when events can arrive and the core answers; both are needed for what it shows to be true. */
function watchCore(): void {
  let channel = false
  let answering = true
  let opening = true
  const judge = (heardAt: number): void => {
    const connected = channel && answering
    const { connected: before, lostAt } = useSystem.getState()
    if (connected) {
      // Whatever was missed while nothing could arrive is in the snapshots.
      if (opening || !before) refreshAll()
      opening = false
      useSystem.setState({ connected: true, lostAt: null })
    } else if (!opening) useSystem.setState({ connected: false, lostAt: lostAt ?? heardAt })
  }
  watchConnection((open) => {
    channel = open
    judge(Date.now())
  })
  setTimeout(() => {
    opening = false
    judge(Date.now())
  }, openingMs)
  startHeartbeat({
    ping: async () => {
      const result = await api().system.status({})
      if (result.ok) takeStatus(result.value)
      return result.ok || result.error.code !== 'unreachable'
    },
    onBeat: (alive, heardAt) => {
      answering = alive
      judge(heardAt)
    },
    onWake: (beat) => document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && beat()),
  })
}

/** Called once, after `connect`. */
export function startLive(): void {
  watchCore()
  const { on } = api().presence
  on.scanned((outcome) => {
    showScan(outcome)
    // Whoever moved is told of by presence.changed as well; who was refused by this alone.
    if (windowName !== 'kiosk' && outcome.movementId === null) refreshActivity()
  })
  on.changed(({ revision }) => {
    const known = usePresence.getState().snapshot?.revision ?? -1
    // Whether the DDS and the watch are in the building; who is on the list of a building that is being locked up.
    refreshDuty()
    if (windowName === 'kiosk') return
    // By badge or by hand, corrected or taken back: the list of what happened is another one.
    if (windowName !== 'phone') refreshActivity()
    if (revision <= known) return
    refreshPresence()
  })
  // From here or from the core: nobody whose scan was lost may be forgotten.
  useKiosk.subscribe(({ last: [newest] }) => newest?.outcome === 'not_recorded' && noteUnrecorded(newest))
  api().offline.on.changed((status) => {
    useOffline.setState({ status })
    // Who was refused among those entered is told of by nothing else.
    if (windowName !== 'kiosk' && !status.away && status.entering === null) refreshActivity()
  })
  api().dds.on.changed(refreshDuty)
  api().lockup.on.changed(refreshDuty)
  api().proofs.on.changed((proof) => useDuty.setState({ proof }))
  api().alerts.on.changed(() => {
    if (isDisplay) refreshAlertCounts()
    if (windowName !== 'desk') return
    refreshAlerts()
    refreshTurnover()
  })
  api().dutyLog.on.changed(dutyLogChanged)
  api().muster.on.changed(musterChanged)
  api().visitors.on.changed(() => windowName === 'desk' && visitorsChanged())
  api().events.on.changed(() => windowName === 'desk' && eventsChanged())
  api().training.on.changed(() => windowName === 'desk' && trainingChanged())
  api().jobs.on.changed(() => windowName === 'desk' && refreshTurnover())
  api().members.on.changed(rollChanged)
  api().roll.on.progress((progress) => useRollProgress.setState({ progress }))
  api().reports.on.presetsChanged(presetsChanged)
  api().reports.on.progress((progress) => useReports.setState({ progress }))
  const rostersChanged = (): void => {
    scheduleChanged()
    refreshDuty()
  }
  api().schedule.on.changed(rostersChanged)
  api().calendar.on.changed(rostersChanged)
  // Every screen that shows members shows badges, and the other way round.
  api().badges.on.changed(rollChanged)
  api().badges.on.enrolmentChanged((enrolment) => {
    useMembers.setState({ enrolment })
    if (enrolment.state === 'enrolled') rollChanged()
  })
  api().accounts.on.sessionChanged(() => windowName === 'desk' && refreshSession())
  api().accounts.on.changed(accountsChanged)
  api().accounts.on.badgeRead(({ serialTail }) => useSignInBadge.setState({ tail: serialTail }))
  api().definitions.on.changed(() => windowName === 'desk' && refreshDefinitions())
  api().stations.on.changed(() => windowName !== 'wall' && refreshStations())
  api().settings.on.changed(() => {
    settingsChanged()
    // Another zone or rollover makes another today.
    refreshAll()
  })
  api().readers.on.changed(({ readers }) => useSystem.setState({ readers }))
  api().system.on.changed(refreshSystem)
  api().wall.on.changed(({ open }) => useSystem.setState({ wallOpen: open }))
  api().kiosk.on.changed(({ open, hasCode }) => useSystem.setState({ kioskOpen: open, kioskHasCode: hasCode }))
  // The operational day turns over, and a clock may be set, without an event.
  setInterval(refreshAll, 60_000)
}
