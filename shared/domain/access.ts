/**
 * Who may make a call (domain.md 4.22). One ladder of levels for people, two scopes for devices.
 * The dispatcher enforces it, the screens read it, the documentation prints it.
 */
export const levels = { basic: 1, quartermaster: 2, lockup: 3, command: 4, admin: 5, developer: 6 } as const

export type Level = keyof typeof levels
export type Scope = 'display' | 'device'

/** What a call or an event demands of its caller. There is no default: a call that names none does not compile. */
export type Need = 'public' | Scope | Level

export const needs: readonly Need[] = ['public', 'display', 'device', ...(Object.keys(levels) as Level[])]

/** The one who calls: a window, a device or a token, with the rights its host gave it. Never built from what the caller says of itself. */
export interface Caller {
  readonly kind: 'desk' | 'kiosk' | 'display' | 'reader' | 'system'
  /** Stable name for the audit trail, such as `desk` or `kiosk`. */
  readonly id: string
  readonly stationId: string
  readonly scopes: readonly Scope[]
  /** 0 = nobody is signed in. */
  readonly level: number
}

/** True when `caller` may make a call that needs `need`. A person of any level may also read what a wall display reads. */
export function permits(need: Need, caller: Caller): boolean {
  switch (need) {
    case 'public':
      return true
    case 'device':
      return caller.scopes.includes('device')
    case 'display':
      return caller.scopes.length > 0 || caller.level >= levels.basic
    default:
      return caller.level >= levels[need]
  }
}
