/** Scans that a station keeps while its server is away (domain.md 4.4 ▶). */

/** Why a person at the desk should look at a scan that was kept. */
export const offlineReasons = [
  /** The person was told one direction, the record says the other. */
  'direction_differs',
  /** The person who was greeted is not whose badge it is. */
  'person_differs',
  /** The person was greeted, and the badge is refused. */
  'refused',
  /** The badge was not known at the door, and it is somebody's. */
  'accepted',
  /** Something that was entered by hand stands in its way: it moved nobody. */
  'not_fitted',
  /** Left while holding lockup. */
  'lockup_held',
  /** It came between others, and turned them round. */
  'turned_others',
  /** The station's clock was set while it was away. */
  'clock_jump',
  /** Older than seven days when the server came back: it moved nobody. */
  'too_old',
  /** The disk damaged it: somebody was answered, and nobody knows who. */
  'unreadable',
  /** It could not be entered. */
  'failed',
] as const
export type OfflineReason = (typeof offlineReasons)[number]

/** Flags of a movement that was entered late, and of one that was turned round by it. */
export const offlineFlags = ['clock_drift', 'clock_jump', 'direction_differs', 'lockup_held', 'turned_by_late'] as const
