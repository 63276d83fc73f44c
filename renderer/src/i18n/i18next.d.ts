import 'i18next'
import type { Catalogue } from '../../../shared/i18n/capabilities.ts'
import type { outcomes } from '../../../shared/i18n/outcomes.ts'
import type { openFailures } from '../../../shared/i18n/open-failures.ts'
import type { refusals } from '../../../shared/i18n/refusals.ts'
import type { attendeeProblems } from '../../../shared/i18n/attendee-problems.ts'
import type { rollProblems } from '../../../shared/i18n/roll-problems.ts'
import type { events } from './en/events.ts'
import type { gateway } from './en/gateway.ts'
import type { history } from './en/history.ts'
import type { alerts } from './en/alerts.ts'
import type { duty } from './en/duty.ts'
import type { dutyLog } from './en/duty-log.ts'
import type { audit } from './en/audit.ts'
import type { badges } from './en/badges.ts'
import type { admin } from './en/admin.ts'
import type { definitions } from './en/definitions.ts'
import type { accounts } from './en/accounts.ts'
import type { common } from './en/common.ts'
import type { desk } from './en/desk.ts'
import type { kiosk } from './en/kiosk.ts'
import type { offline } from './en/offline.ts'
import type { kioskVisitor } from './en/kiosk-visitor.ts'
import type { members } from './en/members.ts'
import type { muster } from './en/muster.ts'
import type { readers } from './en/readers.ts'
import type { reports } from './en/reports.ts'
import type { server } from './en/server.ts'
import type { settings } from './en/settings.ts'
import type { attendeeList } from './en/attendee-list.ts'
import type { backups } from './en/backups.ts'
import type { diagnostics } from './en/diagnostics.ts'
import type { privacy } from './en/privacy.ts'
import type { roll } from './en/roll.ts'
import type { schedule } from './en/schedule.ts'
import type { attendance } from './en/attendance.ts'
import type { courses } from './en/courses.ts'
import type { training } from './en/training.ts'
import type { turnover } from './en/turnover.ts'
import type { views } from './en/views.ts'
import type { visitors } from './en/visitors.ts'
import type { wall } from './en/wall.ts'
import type { Words } from './words.ts'

// A key that is in no catalogue does not compile, nor a text whose blanks are not filled. The shared catalogues are asked
// for by codes that are known only at run time: their keys are checked, their blanks are not.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      common: typeof common
      events: typeof events
      gateway: typeof gateway
      history: typeof history
      alerts: typeof alerts
      duty: typeof duty
      dutyLog: typeof dutyLog
      audit: typeof audit
      badges: typeof badges
      admin: typeof admin
      definitions: typeof definitions
      accounts: typeof accounts
      desk: typeof desk
      kiosk: typeof kiosk
      offline: typeof offline
      kioskVisitor: typeof kioskVisitor
      members: typeof members
      muster: typeof muster
      readers: typeof readers
      reports: typeof reports
      schedule: typeof schedule
      attendance: typeof attendance
      courses: typeof courses
      training: typeof training
      turnover: typeof turnover
      views: typeof views
      visitors: typeof visitors
      wall: typeof wall
      capabilities: Catalogue
      server: typeof server
      settings: typeof settings
      roll: typeof roll
      attendeeList: typeof attendeeList
      backups: typeof backups
      diagnostics: typeof diagnostics
      privacy: typeof privacy
      refusals: Words<typeof refusals.en>
      outcomes: Words<typeof outcomes.en>
      openFailures: Words<typeof openFailures.en>
      rollProblems: Words<typeof rollProblems.en>
      attendeeProblems: Words<typeof attendeeProblems.en>
    }
  }
}
