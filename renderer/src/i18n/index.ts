/** The windows' own words beside the shared ones, in one i18next instance that React reads from. */
import { initReactI18next } from 'react-i18next'
import { createTranslator, sharedCatalogues } from '../../../shared/i18n/index.ts'
import { events } from './en/events.ts'
import { gateway } from './en/gateway.ts'
import { history } from './en/history.ts'
import { alerts } from './en/alerts.ts'
import { duty } from './en/duty.ts'
import { dutyLog } from './en/duty-log.ts'
import { audit } from './en/audit.ts'
import { badges } from './en/badges.ts'
import { admin } from './en/admin.ts'
import { definitions } from './en/definitions.ts'
import { accounts } from './en/accounts.ts'
import { common } from './en/common.ts'
import { desk } from './en/desk.ts'
import { kiosk } from './en/kiosk.ts'
import { offline } from './en/offline.ts'
import { kioskVisitor } from './en/kiosk-visitor.ts'
import { members } from './en/members.ts'
import { muster } from './en/muster.ts'
import { readers } from './en/readers.ts'
import { reports } from './en/reports.ts'
import { server } from './en/server.ts'
import { settings } from './en/settings.ts'
import { attendeeList } from './en/attendee-list.ts'
import { backups } from './en/backups.ts'
import { diagnostics } from './en/diagnostics.ts'
import { privacy } from './en/privacy.ts'
import { roll } from './en/roll.ts'
import { schedule } from './en/schedule.ts'
import { attendance } from './en/attendance.ts'
import { courses } from './en/courses.ts'
import { training } from './en/training.ts'
import { turnover } from './en/turnover.ts'
import { views } from './en/views.ts'
import { visitors } from './en/visitors.ts'
import { events as eventsFr } from './fr/events.ts'
import { wall } from './en/wall.ts'
import { gateway as gatewayFr } from './fr/gateway.ts'
import { history as historyFr } from './fr/history.ts'
import { alerts as alertsFr } from './fr/alerts.ts'
import { duty as dutyFr } from './fr/duty.ts'
import { audit as auditFr } from './fr/audit.ts'
import { badges as badgesFr } from './fr/badges.ts'
import { admin as adminFr } from './fr/admin.ts'
import { definitions as definitionsFr } from './fr/definitions.ts'
import { accounts as accountsFr } from './fr/accounts.ts'
import { common as commonFr } from './fr/common.ts'
import { desk as deskFr } from './fr/desk.ts'
import { kiosk as kioskFr } from './fr/kiosk.ts'
import { offline as offlineFr } from './fr/offline.ts'
import { kioskVisitor as kioskVisitorFr } from './fr/kiosk-visitor.ts'
import { members as membersFr } from './fr/members.ts'
import { muster as musterFr } from './fr/muster.ts'
import { readers as readersFr } from './fr/readers.ts'
import { reports as reportsFr } from './fr/reports.ts'
import { attendeeList as attendeeListFr } from './fr/attendee-list.ts'
import { backups as backupsFr } from './fr/backups.ts'
import { diagnostics as diagnosticsFr } from './fr/diagnostics.ts'
import { privacy as privacyFr } from './fr/privacy.ts'
import { roll as rollFr } from './fr/roll.ts'
import { server as serverFr } from './fr/server.ts'
import { settings as settingsFr } from './fr/settings.ts'
import { schedule as scheduleFr } from './fr/schedule.ts'
import { dutyLog as dutyLogFr } from './fr/duty-log.ts'
import { attendance as attendanceFr } from './fr/attendance.ts'
import { courses as coursesFr } from './fr/courses.ts'
import { training as trainingFr } from './fr/training.ts'
import { turnover as turnoverFr } from './fr/turnover.ts'
import { views as viewsFr } from './fr/views.ts'
import { visitors as visitorsFr } from './fr/visitors.ts'
import { wall as wallFr } from './fr/wall.ts'
import { setFrench } from './french-spaces.ts'

const catalogues = {
  en: {
    common,
    accounts,
    admin,
    alerts,
    audit,
    badges,
    duty,
    definitions,
    events,
    gateway,
    history,
    desk,
    kiosk,
    offline,
    kioskVisitor,
    members,
    muster,
    readers,
    reports,
    roll,
    attendeeList,
    backups,
    diagnostics,
    privacy,
    schedule,
    server,
    settings,
    attendance,
    courses,
    training,
    turnover,
    dutyLog,
    views,
    visitors,
    wall,
  },
  fr: {
    common: commonFr,
    accounts: accountsFr,
    admin: adminFr,
    alerts: alertsFr,
    audit: auditFr,
    duty: dutyFr,
    badges: badgesFr,
    definitions: definitionsFr,
    events: eventsFr,
    gateway: gatewayFr,
    history: historyFr,
    desk: deskFr,
    kiosk: kioskFr,
    offline: offlineFr,
    kioskVisitor: kioskVisitorFr,
    members: membersFr,
    muster: musterFr,
    readers: readersFr,
    reports: reportsFr,
    roll: rollFr,
    attendeeList: attendeeListFr,
    backups: backupsFr,
    diagnostics: diagnosticsFr,
    privacy: privacyFr,
    schedule: scheduleFr,
    server: serverFr,
    settings: settingsFr,
    attendance: attendanceFr,
    courses: coursesFr,
    training: trainingFr,
    turnover: turnoverFr,
    dutyLog: dutyLogFr,
    views: viewsFr,
    visitors: visitorsFr,
    wall: wallFr,
  },
}

export const i18n = createTranslator('en', catalogues)
for (const [namespace, texts] of Object.entries({ ...sharedCatalogues.fr, ...catalogues.fr })) i18n.addResourceBundle('fr', namespace, setFrench(texts), true, true)
initReactI18next.init(i18n)

