/** One function a call of the contract; the type sees to it that none is missing. */
import type { SentinelContract } from '../../../../shared/contract/index.ts'
import type { Handlers } from '../../../../shared/contract/kit.ts'
import type { CallContext } from '../dispatcher.ts'
import { accountsHandlers } from './accounts.ts'
import { auditHandlers } from './audit.ts'
import { scheduleHandlers } from './schedule.ts'
import { calendarHandlers } from './calendar.ts'
import { trainingHandlers } from './training.ts'
import { attendanceHandlers } from './attendance.ts'
import { ddsHandlers } from './dds.ts'
import { lockupHandlers } from './lockup.ts'
import { alertsHandlers } from './alerts.ts'
import { backupsHandlers } from './backups.ts'
import { jobsHandlers } from './jobs.ts'
import { dutyLogHandlers } from './duty-log.ts'
import { definitionsHandlers } from './definitions.ts'
import { historyHandlers } from './history.ts'
import { rollHandlers } from './roll.ts'
import { settingsHandlers } from './settings.ts'
import { stationsHandlers } from './stations.ts'
import { badgesHandlers } from './badges.ts'
import { devHandlers } from './dev.ts'
import { diagnosticsHandlers } from './diagnostics.ts'
import { kioskHandlers } from './kiosk.ts'
import { membersHandlers } from './members.ts'
import { presenceHandlers } from './presence.ts'
import { proofsHandlers } from './proofs.ts'
import { readersHandlers } from './readers.ts'
import { reportsHandlers } from './reports.ts'
import { musterHandlers } from './muster.ts'
import type { Services } from './services.ts'
import { eventsHandlers } from './events.ts'
import { visitorsHandlers } from './visitors.ts'
import { gatewayHandlers } from './gateway.ts'
import { serverHandlers } from './server.ts'
import { wallHandlers } from './wall.ts'
import { offlineHandlers } from './offline.ts'
import { systemHandlers } from './system.ts'

export type SentinelHandlers = Handlers<SentinelContract, CallContext>

export const createHandlers = (services: Services): SentinelHandlers => ({
  presence: presenceHandlers(services),
  visitors: visitorsHandlers(services),
  events: eventsHandlers(services),
  members: membersHandlers(services),
  badges: badgesHandlers(services),
  readers: readersHandlers(services),
  reports: reportsHandlers(services),
  muster: musterHandlers(services),
  kiosk: kioskHandlers(services),
  wall: wallHandlers(services),
  gateway: gatewayHandlers(services),
  accounts: accountsHandlers(services),
  audit: auditHandlers(services),
  definitions: definitionsHandlers(services),
  history: historyHandlers(services),
  roll: rollHandlers(services),
  settings: settingsHandlers(services),
  stations: stationsHandlers(services),
  schedule: scheduleHandlers(services),
  calendar: calendarHandlers(services),
  training: trainingHandlers(services),
  attendance: attendanceHandlers(services),
  dds: ddsHandlers(services),
  lockup: lockupHandlers(services),
  proofs: proofsHandlers(services),
  alerts: alertsHandlers(services),
  jobs: jobsHandlers(services),
  backups: backupsHandlers(services),
  server: serverHandlers(services),
  dutyLog: dutyLogHandlers(services),
  offline: offlineHandlers(services),
  system: systemHandlers(services),
  diagnostics: diagnosticsHandlers(services),
  dev: devHandlers(services),
})
