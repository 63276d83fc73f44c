/** What the Admin room is made of. A section joins by one line here, its name in `section-store.ts` and its word in `admin.section`. */
import type { ReactNode } from 'react'
import { AccountsSection } from '../accounts/accounts-section.tsx'
import { AttendanceSection } from './attendance/attendance-section.tsx'
import { AuditSection } from './audit/audit-section.tsx'
import { BackupsSection } from './backups/backups-section.tsx'
import { DailyPageSection } from './daily-page/daily-page-section.tsx'
import { DutiesSection } from './duties/duties-section.tsx'
import { GatewaySection } from './gateway/gateway-section.tsx'
import { HolidaysSection } from './holidays/holidays-section.tsx'
import { DefinitionsSection } from './definitions/definitions-section.tsx'
import { JobsSection } from './jobs/jobs-section.tsx'
import { LevelsSection } from './levels/levels-section.tsx'
import { MusterSection } from './muster/muster-section.tsx'
import { PrivacySection } from './privacy/privacy-section.tsx'
import { ServerSection } from './server/server-section.tsx'
import { StationsSection } from './stations/stations-section.tsx'
import { SystemSection } from './system/system-section.tsx'
import { TimingsSection } from './timings/timings-section.tsx'
import { UnitSection } from './unit/unit-section.tsx'
import type { SectionName } from './section-store.ts'

export const sections = {
  accounts: { Section: AccountsSection, className: 'flex p-3' },
  lists: { Section: DefinitionsSection, className: '' },
  stations: { Section: StationsSection, className: '' },
  unit: { Section: UnitSection, className: '' },
  timings: { Section: TimingsSection, className: '' },
  attendance: { Section: AttendanceSection, className: '' },
  holidays: { Section: HolidaysSection, className: '' },
  duties: { Section: DutiesSection, className: '' },
  dailyPage: { Section: DailyPageSection, className: '' },
  muster: { Section: MusterSection, className: '' },
  privacy: { Section: PrivacySection, className: '' },
  levels: { Section: LevelsSection, className: '' },
  backups: { Section: BackupsSection, className: '' },
  server: { Section: ServerSection, className: '' },
  gateway: { Section: GatewaySection, className: '' },
  jobs: { Section: JobsSection, className: '' },
  system: { Section: SystemSection, className: '' },
  audit: { Section: AuditSection, className: '' },
} as const satisfies Record<SectionName, { readonly Section: () => ReactNode; readonly className: string }>
