/** What Sentinel warns of (domain.md 4.11). Each cause has a type of its own, so that none silences another. */
export const alertSeverities = ['critical', 'warning', 'info'] as const
export type AlertSeverity = (typeof alertSeverities)[number]

export const alertTypes = [
  'badge_unknown',
  'badge_unassigned',
  'badge_disabled',
  'inactive_member',
  'unauthorized_access',
  'lockup_reminder',
  'lockup_not_executed',
  'lockup_stuck',
  'lockup_holder_left',
  'nobody_holds_lockup',
  'duty_watch_not_scheduled',
  'duty_watch_seat_empty',
  'duty_watch_not_in',
  'duty_watch_without_lockup',
  'dds_missing',
  'building_not_secured',
  'missed_checkout',
  'missed_checkout_often',
  'visitor_overstay',
  'clock_jumped',
  'reader_lost',
  'muster_not_printed',
  'system',
] as const
export type AlertType = (typeof alertTypes)[number]
