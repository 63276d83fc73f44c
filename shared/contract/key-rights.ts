/**
 * What a key, and a person who signs in through the gateway, may do there (domain.md 4.22 ▶, default-deny). A call that
 * nobody lists here answers no key. The core asks this table; the gateway only carries what it says.
 */
import { rules, type Rule } from '../domain/access.ts'
import type { KeyScope } from '../domain/key-scopes.ts'
import { contract, type SentinelContract } from './index.ts'
import { entries, lookUp, type Contract } from './kit.ts'
import { areas } from './permissions.ts'

type NameOf<F extends keyof SentinelContract> = F extends keyof SentinelContract ? `${F}.${keyof SentinelContract[F] & string}` : never
/** The full name of a call or an event. */
export type ContractName = NameOf<keyof SentinelContract>

/** Whether there is a muster, who has the duty and what the day is: what both views show besides the people. */
const figures = ['system.status', 'system.changed', 'muster.state', 'muster.changed', 'dds.today', 'dds.changed', 'lockup.status', 'lockup.changed', 'schedule.tonight', 'schedule.changed', 'alerts.counts', 'alerts.changed', 'settings.timeStatus', 'settings.changed', 'stations.list', 'stations.changed', 'calendar.checkDate'] as const satisfies readonly ContractName[]
const inside = ['presence.now', 'presence.activity', 'presence.changed'] as const satisfies readonly ContractName[]

/** The calls and events behind each scope. `wall` is told ranks and names alone, whatever it asks (`namesOnly`). */
const named: Readonly<Record<KeyScope, readonly ContractName[]>> = {
  wall: [...figures, ...inside],
  'presence-read': [...figures, ...inside, 'visitors.changed'],
  scan: ['presence.scan', 'system.status', 'system.changed', 'stations.list'],
  'full-read': [
    ...figures,
    ...inside,
    ...(['visitors.inside', 'visitors.get', 'visitors.history', 'visitors.expected', 'visitors.passes', 'visitors.changed'] as const),
    ...(['events.list', 'events.get', 'events.open', 'events.stats', 'events.attendees', 'events.attendee', 'events.badges', 'events.changed'] as const),
    ...(['history.list', 'history.get', 'history.stale', 'history.missedCheckouts'] as const),
    ...(['members.list', 'members.get', 'members.byServiceNumber', 'members.lockupEligible', 'members.changed', 'badges.list', 'badges.inventory', 'badges.changed'] as const),
    ...(['definitions.read', 'definitions.rankStatistics', 'definitions.compareRanks', 'definitions.changed', 'settings.timings', 'settings.unit', 'settings.crest'] as const),
    ...(['schedule.roles', 'schedule.weeks', 'schedule.overview', 'schedule.memberSummary', 'calendar.holidays', 'calendar.eventTypes', 'calendar.events', 'calendar.event', 'calendar.changed'] as const),
    ...(['training.years', 'training.calendar', 'training.courses', 'training.enrolments', 'training.memberEnrolments', 'training.changed', 'attendance.unit', 'attendance.explain', 'attendance.bmq', 'attendance.explainBmq'] as const),
    ...(['dds.log', 'dds.liveDuties', 'lockup.execution', 'lockup.history', 'alerts.active', 'alerts.list', 'jobs.status', 'jobs.digest', 'jobs.changed', 'dutyLog.page', 'dutyLog.day', 'dutyLog.search', 'muster.list', 'muster.settings', 'readers.list', 'reports.presets', 'reports.preview', 'reports.day'] as const),
  ],
  metrics: [],
}

/**
 * Features that only somebody at the desk may use: windows and readers of this PC, its disk, where its record is, its accounts and the
 * gateway itself. Of `accounts` a person may change their own PIN from elsewhere.
 */
const atTheDeskOnly: ReadonlySet<string> = new Set(['dev', 'kiosk', 'wall', 'backups', 'server', 'gateway', 'proofs', 'accounts'])
const alsoAtTheDeskOnly: ReadonlySet<ContractName> = new Set<ContractName>(['badges.startEnrolment', 'badges.cancelEnrolment', 'badges.enrolmentChanged', 'readers.ports', 'readers.add', 'readers.startTest', 'readers.endTest', 'readers.frames', 'readers.frameRead', 'readers.testChanged'])

/** True for what never crosses the gateway, whoever asks. */
export const isAtTheDeskOnly = (name: string): boolean => (atTheDeskOnly.has(name.slice(0, name.indexOf('.'))) && name !== 'accounts.changePin') || alsoAtTheDeskOnly.has(name as ContractName)

/** What stands by itself: the station, a person at the door or at the desk must be there for it. Of these a key is given only what `named` says. */
const needsSomebodyThere = (rule: Rule): boolean => rule.scope === 'device' || rule.scope === 'desk' || rule.anyone === true

/** Rights of the permissions' page that a key can be given one by one, by their keys (`members.admin`). */
export const keyCapabilities: readonly string[] = areas.flatMap(({ capabilities }) =>
  capabilities.flatMap(({ key, need, calls }) => (needsSomebodyThere(rules[need]) || calls.every(({ name }) => isAtTheDeskOnly(name)) ? [] : [key])),
)

const isNamed = (scope: string): scope is KeyScope => Object.hasOwn(named, scope)

export const isKeyScope = (scope: string): boolean => isNamed(scope) || keyCapabilities.includes(scope)

function namesOf(scope: string): readonly string[] {
  if (isNamed(scope)) return named[scope]
  if (!keyCapabilities.includes(scope)) return []
  const [feature = '', need] = scope.split('.')
  return entries(contract).flatMap(([name, definition]) => (name.startsWith(`${feature}.`) && definition.needs === need && !isAtTheDeskOnly(name) ? [name] : []))
}

/** Every call and event that a key of these scopes may use, by full name; a scope that this version does not know gives nothing. */
export const grantsOf = (scopes: readonly string[]): ReadonlySet<string> => new Set(scopes.flatMap(namesOf))

/** Whether it is told more of people than rank and name: `wall` by itself is not. */
export const isNamesOnly = (scopes: readonly string[]): boolean => scopes.every((scope) => scope === 'wall' || scope === 'metrics' || scope === 'scan')

/** The rights that a call or event asks for, as those of a device that holds just these: its lowest level, or its scope. */
export function rightsFor(name: string): { readonly level: number; readonly scopes: readonly ('display' | 'device')[] } {
  const definition = lookUp(contract as Contract, name)
  const rule: Rule = definition === undefined ? {} : rules[definition.needs]
  const scopes = rule.scope === 'display' ? (['display'] as const) : rule.scope === 'device' ? (['display', 'device'] as const) : []
  return { level: scopes.length > 0 ? 0 : (rule.level ?? 0), scopes }
}
