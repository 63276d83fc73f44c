/** What the Admin room is made of, in the order of its bar. A section joins by one line here and its word in `admin.section`. */
import { create } from 'zustand'
import { AccountsSection } from '../accounts/accounts-section.tsx'
import { AttendanceSection } from './attendance/attendance-section.tsx'
import { AuditSection } from './audit/audit-section.tsx'
import { DutiesSection } from './duties/duties-section.tsx'
import { HolidaysSection } from './holidays/holidays-section.tsx'
import { DefinitionsSection } from './definitions/definitions-section.tsx'
import { LevelsSection } from './levels/levels-section.tsx'
import { StationsSection } from './stations/stations-section.tsx'
import { TimingsSection } from './timings/timings-section.tsx'
import { UnitSection } from './unit/unit-section.tsx'

export const sections = {
  accounts: { Section: AccountsSection, className: 'flex p-3' },
  lists: { Section: DefinitionsSection, className: '' },
  stations: { Section: StationsSection, className: '' },
  unit: { Section: UnitSection, className: '' },
  timings: { Section: TimingsSection, className: '' },
  attendance: { Section: AttendanceSection, className: '' },
  holidays: { Section: HolidaysSection, className: '' },
  duties: { Section: DutiesSection, className: '' },
  levels: { Section: LevelsSection, className: '' },
  audit: { Section: AuditSection, className: '' },
} as const

export type SectionName = keyof typeof sections

/** Which one is open: kept while a person looks into another room. */
export const useAdminSection = create<{ section: SectionName }>(() => ({ section: 'accounts' }))
