/** Which events stations on one server tell each other (decision 026). Whoever adds an event says it here, or it does not compile. */
import type { SentinelEvents } from '../../../shared/contract/index.ts'

/**
 * - `told`: the record changed, and whoever shows it reads it again. Its payload names nobody: everybody who may connect to the database can hear it
 * - `here`: of this station, its readers, windows and files, or of what somebody does at it at this moment
 */
export const reach: Readonly<Record<keyof SentinelEvents, 'told' | 'here'>> = {
  'accounts.changed': 'told',
  'alerts.changed': 'told',
  'badges.changed': 'told',
  'calendar.changed': 'told',
  'dds.changed': 'told',
  'definitions.changed': 'told',
  'dutyLog.changed': 'told',
  'events.changed': 'told',
  'gateway.changed': 'told',
  'jobs.changed': 'told',
  'lockup.changed': 'told',
  'members.changed': 'told',
  'muster.changed': 'told',
  'presence.changed': 'told',
  'reports.presetsChanged': 'told',
  'schedule.changed': 'told',
  'settings.changed': 'told',
  'stations.changed': 'told',
  'system.changed': 'told',
  'training.changed': 'told',
  'visitors.changed': 'told',
  // Told by its id alone, and read again: it has names in it (other-stations.ts).
  'visitors.signedIn': 'told',
  'accounts.badgeRead': 'here',
  'accounts.sessionChanged': 'here',
  'backups.changed': 'here',
  'backups.exporting': 'here',
  'backups.staged': 'here',
  'badges.enrolmentChanged': 'here',
  'dev.simulating': 'here',
  'kiosk.changed': 'here',
  'kiosk.keeperRead': 'here',
  'offline.changed': 'here',
  // A card is shown where the badge was held up; who came or went is told of by presence.changed, and so is who was refused.
  'presence.scanned': 'here',
  'proofs.changed': 'here',
  'readers.changed': 'here',
  'readers.frameRead': 'here',
  'readers.testChanged': 'here',
  'reports.progress': 'here',
  'roll.progress': 'here',
  'server.planned': 'here',
  'wall.changed': 'here',
}
