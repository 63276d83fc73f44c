import type { Database } from '../../db/database.ts'
import type { AccountsService } from '../../domain/accounts/service.ts'
import type { AlertsService } from '../../domain/alerts/service.ts'
import type { AuditLog } from '../../domain/audit/service.ts'
import type { Inventory } from '../../domain/badges/inventory.ts'
import type { createBadgesService } from '../../domain/badges/service.ts'
import type { CalendarService } from '../../domain/calendar/service.ts'
import type { DdsService } from '../../domain/dds/service.ts'
import type { DefinitionsService } from '../../domain/definitions/service.ts'
import type { DutyLogService } from '../../domain/duty-log/service.ts'
import type { EventsService } from '../../domain/events/service.ts'
import type { AttendanceService } from '../../domain/attendance/service.ts'
import type { TrainingService } from '../../domain/training/service.ts'
import type { VisitorsService } from '../../domain/visitors/service.ts'
import type { HistoryService } from '../../domain/history/service.ts'
import type { BackupsService } from '../../domain/backups/service.ts'
import type { DiskRoom } from '../../domain/disk-room/watch.ts'
import type { JobsService } from '../../domain/jobs/service.ts'
import type { createKeys } from '../../domain/gateway/keys.ts'
import type { createGatewayService } from '../../domain/gateway/service.ts'
import type { createKioskService } from '../../domain/kiosk/service.ts'
import type { KioskSettingsService } from '../../domain/kiosk/settings.ts'
import type { WallService } from '../../domain/kiosk/wall.ts'
import type { LockupService } from '../../domain/lockup/service.ts'
import type { createMembersService } from '../../domain/members/service.ts'
import type { MusterService } from '../../domain/muster/service.ts'
import type { OfflineService } from '../../domain/offline/service.ts'
import type { PresenceService } from '../../domain/presence/service.ts'
import type { Proofs } from '../../domain/proofs/service.ts'
import type { QualificationsService } from '../../domain/qualifications/service.ts'
import type { createReaderSettings } from '../../domain/reader-settings/reader-settings.ts'
import type { createReportsService } from '../../domain/reports/service.ts'
import type { StationsService } from '../../domain/stations/service.ts'
import type { ScheduleService } from '../../domain/schedule/service.ts'
import type { RollService } from '../../domain/roll/service.ts'
import type { AwaySwitch, SimulationService } from '../../domain/simulation/index.ts'
import type { ServerService } from '../../domain/server/service.ts'
import type { SettingsService } from '../../domain/settings/service.ts'
import type { UnitProfile } from '../../domain/settings/unit-profile.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Clock, SettableClock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { ReaderManager } from '../../readers/port.ts'
import type { DiagnosticsService } from '../diagnostics.ts'
import type { ReaderTests } from '../reader-tests.ts'
import type { TypedSerials } from '../typed-serials.ts'

/** What the handlers are made of; the composition root fills it in. */
export interface Services {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  /** The clock that `dev.setClock` moves. */
  readonly settable: SettableClock
  readonly dev: boolean
  readonly host: 'electron' | 'browser' | 'test'
  readonly version: string
  readonly stationId: string
  readonly unit: () => UnitProfile
  readonly accounts: AccountsService
  readonly auditLog: AuditLog
  readonly alerts: AlertsService
  readonly dutyLog: DutyLogService
  readonly inventory: Inventory
  readonly badges: ReturnType<typeof createBadgesService>
  readonly definitions: DefinitionsService
  readonly members: ReturnType<typeof createMembersService>
  readonly qualifications: QualificationsService
  readonly roll: RollService
  readonly muster: MusterService
  readonly offline: OfflineService
  readonly presence: PresenceService
  readonly visitors: VisitorsService
  /** Of temporary access; those of the calendar are `calendar`. */
  readonly accessEvents: EventsService
  readonly history: HistoryService
  readonly calendar: CalendarService
  readonly training: TrainingService
  readonly attendance: AttendanceService
  readonly schedule: ScheduleService
  readonly proofs: Proofs
  readonly jobs: JobsService
  readonly backups: BackupsService
  /** Where the record is. */
  readonly server: ServerService
  /** Absent = this desk has no folder of its own. */
  readonly diskRoom: DiskRoom | undefined
  readonly lockup: LockupService
  readonly dds: DdsService
  readonly reports: ReturnType<typeof createReportsService>
  readonly kiosk: ReturnType<typeof createKioskService>
  readonly wall: WallService
  readonly gateway: ReturnType<typeof createGatewayService>
  readonly gatewayKeys: ReturnType<typeof createKeys>
  readonly kioskSettings: KioskSettingsService
  readonly settings: SettingsService
  readonly readers: ReaderManager
  readonly stations: StationsService
  readonly readerTests: ReaderTests
  readonly diagnostics: DiagnosticsService
  readonly readerSettings: ReturnType<typeof createReaderSettings>
  readonly typedSerials: TypedSerials
  /** In development only. */
  readonly simulation: SimulationService | undefined
  /** Of a development desk alone. */
  readonly awaySwitch: AwaySwitch | undefined
  /** Brings the running readers in line with the settings. */
  readonly applyReaders: () => Promise<void>
}
