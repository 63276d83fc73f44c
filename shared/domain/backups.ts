/** Backups, as the core and the windows name them (screens.md 5.4). */

/** Why one was made: `hourly` (each quarter of an hour in which something changed; its name is older) and `daily` by time, `secured` after lockup, `asked` by a person, `safety` before a restore, `migration` before an update, `unclean` after a bad end; `replaced` is the desk that a restore took away. */
export const backupKinds = ['hourly', 'daily', 'secured', 'asked', 'safety', 'migration', 'unclean', 'replaced'] as const
export type BackupKind = (typeof backupKinds)[number]

/** How the second place is. `off`: none is set. `waiting`: nothing was carried yet since the start. */
export const secondStates = ['off', 'waiting', 'ready', 'missing', 'full', 'read_only', 'failed'] as const
export type SecondState = (typeof secondStates)[number]

/** Older than this the newest backup is too old, in hours. */
export const usualMaxAgeHours = 26

/** Shorter ones can be guessed by whoever finds the stick. */
export const passphraseMinLength = 12

/**
 * How hard a passphrase is to guess, as a person is told while typing. Pure. `too_short` is refused; `weak` has few
 * different letters or is one run of digits.
 */
export function passphraseStrength(passphrase: string): 'too_short' | 'weak' | 'fair' | 'strong' {
  const text = passphrase.trim().normalize('NFKC')
  if (text.length < passphraseMinLength) return 'too_short'
  const different = new Set(text.toLowerCase()).size
  if (different < 6 || /^[\d\s.-]+$/.test(text)) return 'weak'
  const words = text.split(/\s+/).length
  return text.length >= 20 && (words >= 4 || different >= 14) ? 'strong' : 'fair'
}
