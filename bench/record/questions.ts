/** What people ask of the roll and the record: every filter, order and depth, with other words each time. */
import { rankSeeds, divisionSeeds } from '../../electron/core/db/seed-values.ts'
import { memberSorts } from '../../shared/contract/members.ts'
import { movementMethods } from '../../shared/contract/history.ts'
import { foldText } from '../../shared/domain/fold-text.ts'
import { firstNames, lastNames } from '../../resources/seed/demo-unit.ts'
import { recordPeople } from './fill.ts'

export interface Question {
  readonly what: string
  readonly call: 'members.list' | 'history.list'
  /** @param round 0, 1, 2, …: no two ask the same where there is a choice */
  readonly input: (round: number) => Record<string, unknown>
}

const of = <T>(list: readonly T[], round: number): T => list[round % list.length] as T
const name = (round: number): string => foldText(of(lastNames, round * 13))
/** A part of a name, as somebody types it: a few letters find hundreds. */
const letters = (round: number): string => name(round).slice(0, 1 + (round % 3))
const divisionOf = (round: number): string => (round % 7 === 0 ? '-' : of(divisionSeeds, round)[0])

/** @param now where the record ends @param memberIds everybody of the roll */
export function questionsOf(now: Date, memberIds: readonly string[]): readonly Question[] {
  const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()
  const month = (round: number) => ({ from: daysAgo(30 + ((round * 53) % 1_700)).slice(0, 10), to: daysAgo((round * 53) % 1_700).slice(0, 10) })
  /** Somewhere in five years: where a page ended. */
  const deep = (round: number) => ({ cursor: { at: daysAgo((round * 97) % 1_800), seq: 0 }, limit: 100 })
  const member = (round: number): string => of(memberIds, round * 31)
  const list = (what: string, input: Question['input']): Question => ({ what: `members: ${what}`, call: 'members.list', input })
  const past = (what: string, input: Question['input']): Question => ({ what: `history: ${what}`, call: 'history.list', input: (round) => ({ limit: 100, ...input(round) }) })
  return [
    ...memberSorts.flatMap((sort) => (['asc', 'desc'] as const).map((direction) => list(`by ${sort} ${direction}, any page`, (round) => ({ sort, direction, limit: 100, page: 1 + ((round * 3) % (recordPeople / 100)) })))),
    list('letters of a name', (round) => ({ search: letters(round) })),
    list('name and first name', (round) => ({ search: `${name(round)} ${foldText(of(firstNames, round)).slice(0, 2)}` })),
    list('service number', (round) => ({ search: `V${100_000 + ((round * 61) % recordPeople)}` })),
    list('nobody', (round) => ({ search: `zzz${round}` })),
    list('division', (round) => ({ divisions: [divisionOf(round), divisionOf(round + 3)] })),
    list('rank and status', (round) => ({ ranks: [of(rankSeeds, round).code, of(rankSeeds, round + 5).code], statuses: ['active'] })),
    list('contract ends', (round) => ({ contract: of(['active', 'expiring', 'expired'] as const, round), sort: 'contractEnd' })),
    list('inside or not, as the list loads them', (round) => ({ present: round % 2 === 0, limit: 200 })),
    list('without a badge', (round) => ({ hasBadge: round % 2 === 1, includeHidden: true })),
    past('the latest', () => ({})),
    past('any page', deep),
    past('a person', (round) => ({ memberId: member(round), ...deep(round) })),
    past('a person, a month', (round) => ({ memberId: member(round), ...month(round) })),
    past('letters of a name', (round) => ({ search: letters(round) })),
    past('letters of a name, any page', (round) => ({ search: letters(round), ...deep(round) })),
    past('service number', (round) => ({ search: `V${100_000 + ((round * 61) % recordPeople)}` })),
    past('nobody', (round) => ({ search: `zzz${round}` })),
    past('division, any page', (round) => ({ divisions: [divisionOf(round)], ...deep(round) })),
    past('division and letters', (round) => ({ divisions: [divisionOf(round)], search: letters(round) })),
    past('a month', month),
    past('a day', (round) => ({ from: daysAgo((round * 53) % 1_700).slice(0, 10), to: daysAgo((round * 53) % 1_700).slice(0, 10) })),
    past('five years', () => ({ from: daysAgo(1_826).slice(0, 10), to: now.toISOString().slice(0, 10) })),
    past('before it all', () => ({ to: daysAgo(3_650).slice(0, 10) })),
    past('direction, any page', (round) => ({ direction: of(['in', 'out'] as const, round), ...deep(round) })),
    past('method', (round) => ({ method: of(movementMethods, round) })),
    past('method, name and month', (round) => ({ method: 'manual', search: letters(round), ...month(round) })),
    past('station, any page', (round) => ({ stationId: of(['front-door', 'rear-door', 'jetty'], round), ...deep(round) })),
    past('station where nothing was', () => ({ stationId: 'nowhere' })),
    past('flagged, any page', (round) => ({ flagged: true, ...deep(round) })),
    past('flagged, a name', (round) => ({ flagged: true, search: letters(round) })),
    past('corrected, any page', (round) => ({ corrected: true, includeVoided: true, ...deep(round) })),
    past('corrected, a name', (round) => ({ corrected: true, includeVoided: true, search: letters(round) })),
    past('corrected by method', (round) => ({ corrected: true, method: of(movementMethods, round) })),
    past('everything at once', (round) => ({ search: letters(round), divisions: [divisionOf(round)], direction: 'in', method: 'badge', stationId: 'front-door', includeVoided: true, ...month(round) })),
  ]
}
