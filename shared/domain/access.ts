/**
 * Who may do what (domain.md 4.22 ▶): one ladder of levels for people, three scopes for devices, and two exceptions. The
 * dispatcher enforces this table, the windows read it, `npm run permissions` prints it into the documentation.
 */
export const levels = { basic: 1, quartermaster: 2, lockup: 3, command: 4, admin: 5, developer: 6 } as const

export type Level = keyof typeof levels
export type Scope = 'display' | 'device' | 'desk'

export interface Rule {
  /** The lowest level of a signed-in person. */
  readonly level?: number
  /** A device of this scope. */
  readonly scope?: Scope
  /** The member who is DDS at this moment may, whatever their level. */
  readonly liveDds?: true
  /** A person may for themselves: the call's `memberId` is theirs. */
  readonly self?: true
  /** Anybody may. */
  readonly anyone?: true
}

/** What a call or an event may demand of its caller. There is no default: a call that names none does not compile. */
export const rules = {
  /** Anybody: nothing that tells of people. */
  public: { anyone: true },
  /** A wall display, or any signed-in person. */
  display: { scope: 'display', level: levels.basic },
  /** A desk, a kiosk or a reader; a person alone is not enough. */
  device: { scope: 'device' },
  /** The duty desk itself, whoever sits at it: a muster waits for nobody to sign in. No kiosk, as it shows who is inside. */
  atDesk: { scope: 'desk' },
  basic: { level: levels.basic },
  quartermaster: { level: levels.quartermaster },
  quartermasterOrDds: { level: levels.quartermaster, liveDds: true },
  quartermasterOrSelf: { level: levels.quartermaster, self: true },
  lockup: { level: levels.lockup },
  command: { level: levels.command },
  /** Those who answer for the building now, and Command. */
  commandOrDds: { level: levels.command, liveDds: true },
  admin: { level: levels.admin },
  adminOrDds: { level: levels.admin, liveDds: true },
  developer: { level: levels.developer },
} as const satisfies Record<string, Rule>

export type Need = keyof typeof rules

export const needs = Object.keys(rules) as readonly Need[]

/** The one who calls: a window, a device or a token, with the rights its host gave it. Never built from what the caller says of itself. */
export interface Caller {
  readonly kind: 'desk' | 'kiosk' | 'display' | 'reader' | 'system' | 'key' | 'remote'
  /** Stable name of the window or device, such as `desk` or `kiosk`. */
  readonly id: string
  /** What it is called in the trail; absent = by its kind and station. */
  readonly name?: string
  readonly stationId: string
  readonly scopes: readonly Scope[]
  /** The member who is signed in; null = nobody is. */
  readonly person: { readonly memberId: string; readonly name: string } | null
  /** 0 = nobody is signed in. */
  readonly level: number
  /** The signed-in person is DDS at this moment. */
  readonly liveDds: boolean
  /** The calls and events it may use at most, by full name; absent = all that its rights permit. */
  readonly only?: { has(name: string): boolean }
  /** A display beyond the desk's own windows: of people it is told rank and name alone (domain.md 6 ▶). */
  readonly namesOnly?: true
}

/** It comes through the gateway: nobody of it stands at this desk, whose dialogs it must not open. */
export const isElsewhere = ({ kind }: Pick<Caller, 'kind'>): boolean => kind === 'key' || kind === 'remote'

/**
 * True when `caller` may make a call that needs `need`.
 * @param subject the member whom the call is about, for what people may do for themselves
 */
export function permits(need: Need, caller: Pick<Caller, 'scopes' | 'level' | 'liveDds' | 'person'>, subject?: unknown): boolean {
  const rule: Rule = rules[need]
  if (rule.anyone === true) return true
  if (rule.scope !== undefined && caller.scopes.includes(rule.scope)) return true
  // Both scopes let a window show what a wall display shows.
  if (rule.scope === 'display' && caller.scopes.length > 0) return true
  if (rule.level !== undefined && caller.level >= rule.level) return true
  if (caller.person === null || caller.level < levels.basic) return false
  return (rule.liveDds === true && caller.liveDds) || (rule.self === true && subject === caller.person.memberId)
}

/** Whether `caller` may make the call, or hear the event, of this name: what `permits` says, within its own list where it has one. */
export const mayUse = (name: string, need: Need, caller: Caller, subject?: unknown): boolean => caller.only?.has(name) !== false && permits(need, caller, subject)
